interface Props {
  size?: number
  turning?: boolean
  /** Colours for the dark side bar. */
  onDark?: boolean
}

const PADDLES = [0, 60, 120, 180, 240, 300]

/** The wheel in the stream. */
export function Logo({ size = 28, turning, onDark }: Props) {
  const wheel = onDark ? '#7fd6cf' : 'var(--brand)'
  const water = onDark ? '#e5a45c' : 'var(--accent)'
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" strokeWidth="1.9" strokeLinecap="round" aria-hidden="true">
      <g stroke={wheel} className={turning ? 'turning' : undefined} style={{ transformOrigin: '16px 14px' }}>
        <circle cx="16" cy="14" r="7" />
        {PADDLES.map((angle) => <path key={angle} d="M16 14V3.8" transform={`rotate(${angle} 16 14)`} />)}
      </g>
      <circle cx="16" cy="14" r="2.1" fill={water} />
      <path stroke={water} d="M2.5 27.4c2.25 0 2.25-1.7 4.5-1.7s2.25 1.7 4.5 1.7 2.25-1.7 4.5-1.7 2.25 1.7 4.5 1.7 2.25-1.7 4.5-1.7 2.25 1.7 4.5 1.7" />
    </svg>
  )
}
