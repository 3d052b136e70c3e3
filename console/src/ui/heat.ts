/** From which part of the warmest cell on a step of warmth begins; the text stays readable on each. */
const STEPS = [0, 0.12, 0.26, 0.42, 0.62, 0.84]

export function heatStep(value: number, top: number): number {
  if (value <= 0 || top <= 0) return 0
  return STEPS.filter((from) => value / top > from).length
}
