/** A tiny trend without axes; the figures themselves are in the chart or table beside it. */
export function Spark({ values, warm }: { values: number[]; warm?: boolean }) {
  if (values.length < 2) return null
  const width = 68
  const height = 28
  const low = Math.min(...values)
  const span = Math.max(...values) - low || 1
  const points = values.map((value, i) => [
    (i / (values.length - 1)) * (width - 6) + 3,
    height - 4 - ((value - low) / span) * (height - 8),
  ] as const)
  const line = points.map(([x, y], i) => `${i ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')
  const [endX, endY] = points[points.length - 1] ?? [0, 0]
  const colour = warm ? 'var(--accent)' : 'var(--brand)'
  return (
    <svg width={width} height={height} aria-hidden="true" style={{ color: colour }}>
      <path d={`${line}L${endX.toFixed(1)} ${height}L3 ${height}Z`} fill="currentColor" opacity="0.1" />
      <path d={line} fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinejoin="round" strokeLinecap="round" />
      <circle cx={endX} cy={endY} r="2.4" fill="currentColor" />
    </svg>
  )
}
