import { useTranslation } from 'react-i18next'

const ROOMS = ['know', 'understand', 'choose', 'act', 'measure'] as const
const CENTRE = 260
const RING = 176

/** Distance from the ring, swing and strength of each line of the stream. */
const BANKS = [[-21, 2.5, 0.14], [-11, 3.2, 0.3], [0, 4, 0.62], [11, 4.6, 0.3], [22, 5.4, 0.14]] as const

function point(angle: number, radius: number): [number, number] {
  const radians = ((angle - 90) * Math.PI) / 180
  return [CENTRE + radius * Math.cos(radians), CENTRE + radius * Math.sin(radians)]
}

/** A stream that runs round the wheel: an arc that swings a little in and out of the ring. */
function stream(offset: number, swing: number): string {
  const steps = 180
  const points = Array.from({ length: steps + 1 }, (_, i) => {
    const angle = (i / steps) * 360
    const [x, y] = point(angle, RING + offset + swing * Math.sin((angle / 360) * Math.PI * 20))
    return `${i ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`
  })
  return `${points.join('')}Z`
}

/** The five rooms on the stream, and the wheel that they turn. */
export function LoopDrawing() {
  const { t } = useTranslation('access')
  return (
    <svg className="loop" viewBox="0 0 520 520" role="img" aria-label={t('loop.label')}>
      <g fill="none" strokeLinejoin="round">
        {BANKS.map(([offset, swing, opacity]) => <path key={offset} className="water" d={stream(offset, swing)} opacity={opacity} />)}
        <path className="drops" d={stream(0, 4)} />
      </g>
      <g className="wheel" fill="none" strokeLinecap="round">
        <circle cx={CENTRE} cy={CENTRE} r="92" strokeWidth="5" />
        <circle cx={CENTRE} cy={CENTRE} r="72" strokeWidth="1.6" opacity="0.6" />
        {Array.from({ length: 15 }, (_, i) => {
          const [x1, y1] = point(i * 24, i % 3 === 0 ? 18 : 72)
          const [x2, y2] = point(i * 24, 118)
          return <path key={i} d={`M${x1} ${y1}L${x2} ${y2}`} strokeWidth={i % 3 === 0 ? 4 : 2.4} />
        })}
      </g>
      <circle className="hub" cx={CENTRE} cy={CENTRE} r="17" />
      {ROOMS.map((room, i) => {
        const [x, y] = point(i * 72, RING)
        return (
          <g key={room} className={`stop ${i < 2 ? 'open' : ''}`} transform={`translate(${x} ${y})`}>
            <rect x="-60" y="-19" width="120" height="38" rx="19" />
            <text textAnchor="middle" dominantBaseline="central">{t(`loop.${room}`)}</text>
          </g>
        )
      })}
    </svg>
  )
}
