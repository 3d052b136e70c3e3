/** An index of this much or more fills the bar. */
const FULL = 300

/** How far a bar reaches to its side of 100, in per cent of that side. */
export function reach(index: number | null): number {
  if (index === null) return 0
  return index >= 100 ? Math.min(100, ((index - 100) / (FULL - 100)) * 100) : 100 - index
}
