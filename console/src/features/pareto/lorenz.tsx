import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { Figure } from '@/ui/figure'
import type { Pareto, Point } from './api'

const WIDTH = 640
const HEIGHT = 380
const PAD = { left: 46, right: 14, top: 14, bottom: 40 }
const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1]
const START = 20

const xOf = (share: number) => PAD.left + share * (WIDTH - PAD.left - PAD.right)
const yOf = (share: number) => HEIGHT - PAD.bottom - share * (HEIGHT - PAD.top - PAD.bottom)

/** The share that the best part of the customers has, between the points of the curve. */
export function shareAt(curve: Point[], customers: number): number {
  const after = curve.findIndex((point) => point.customers >= customers)
  const right = curve[after]
  const left = curve[after - 1]
  if (!right) return curve[curve.length - 1]?.share ?? 0
  if (!left || right.customers === left.customers) return right.share
  return left.share + ((customers - left.customers) / (right.customers - left.customers)) * (right.share - left.share)
}

/** Where a key moves the cut, in whole per cent. */
export function cutAfter(key: string, cut: number): number | null {
  const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10 }[key]
  if (step !== undefined) return Math.min(100, Math.max(1, cut + step))
  if (key === 'Home') return 1
  return key === 'End' ? 100 : null
}

/** The best customers first: how much of the sum the first x per cent make. The cut is dragged or moved by keys. */
export function Lorenz({ pareto, asOf, currency }: { pareto: Pareto; asOf: string; currency: string }) {
  const { t } = useTranslation('pareto')
  const format = useFormat()
  const [cut, setCut] = useState(START)
  const svg = useRef<SVGSVGElement>(null)
  const share = shareAt(pareto.curve, cut / 100)
  const count = Math.round((cut / 100) * pareto.customers)
  const path = pareto.curve.map((point, i) => `${i ? 'L' : 'M'}${xOf(point.customers).toFixed(1)} ${yOf(Math.min(1.05, point.share)).toFixed(1)}`).join('')
  const area = `${path}L${xOf(1)} ${yOf(0)}L${xOf(0)} ${yOf(0)}Z`
  const drag = (event: PointerEvent) => {
    const box = svg.current?.getBoundingClientRect()
    if (!box) return
    const at = ((event.clientX - box.left) / box.width) * WIDTH
    setCut(Math.round(Math.min(1, Math.max(0.01, (at - PAD.left) / (WIDTH - PAD.left - PAD.right))) * 100))
  }
  const press = (event: KeyboardEvent) => {
    const next = cutAfter(event.key, cut)
    if (next === null) return
    event.preventDefault()
    setCut(next)
  }
  const sentence = t('sentence', { percent: cut, share: format.percent(share, 1), measure: t(pareto.measure).toLowerCase() })
  return (
    <div className="stack tight">
      <svg ref={svg} className="lorenz" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} onPointerDown={(event) => { event.currentTarget.setPointerCapture(event.pointerId); drag(event) }} onPointerMove={(event) => event.buttons === 1 && drag(event)}>
        {TICKS.map((tick) => (
          <g key={tick} className="tick">
            <path d={`M${xOf(0)} ${yOf(tick)}H${xOf(1)}`} />
            <text x={PAD.left - 8} y={yOf(tick)} textAnchor="end" dominantBaseline="central">{format.percent(tick)}</text>
            <text x={xOf(tick)} y={HEIGHT - PAD.bottom + 17} textAnchor="middle">{format.percent(tick)}</text>
          </g>
        ))}
        <text className="axis" x={xOf(0.5)} y={HEIGHT - 4} textAnchor="middle">{t('axis')}</text>
        <path className="equal" d={`M${xOf(0)} ${yOf(0)}L${xOf(1)} ${yOf(1)}`} />
        <path className="under" d={area} />
        <path className="curve" d={path} />
        <g
          className="cut" role="slider" tabIndex={0} aria-label={t('cut')} aria-valuemin={1} aria-valuemax={100} aria-valuenow={cut} aria-valuetext={sentence} onKeyDown={press}
        >
          <path className="guide" d={`M${xOf(cut / 100)} ${yOf(0)}V${yOf(Math.min(1, share))}H${xOf(0)}`} />
          <circle cx={xOf(cut / 100)} cy={yOf(Math.min(1.05, share))} r="9" />
        </g>
      </svg>
      <p className="cut-line" aria-live="polite">
        <Figure value={t('people', { count, shown: format.number(count) })} open={`in=pareto.top:${pareto.measure}-${cut}`} asOf={asOf} /> · {sentence}
        {pareto.amount !== undefined && <> · <span className="money">{format.moneyShort({ amount: Math.round(pareto.amount * share), currency })}</span></>}
      </p>
      {pareto.gini !== null && <p className="muted small">{t('gini', { value: format.number(pareto.gini, 3) })}</p>}
    </div>
  )
}
