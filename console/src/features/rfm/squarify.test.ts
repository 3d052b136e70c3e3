import { describe, expect, it } from 'vitest'
import { squarify } from './squarify'

describe('the treemap', () => {
  it('gives each box the share of its weight', () => {
    const weights = [50, 30, 15, 5]
    squarify(weights, 1.5).forEach((box, i) => expect(box.width * box.height).toBeCloseTo((weights[i] ?? 0) * 100, 4))
  })

  it('stays inside its frame', () => {
    for (const box of squarify([7, 6, 5, 4, 3, 2, 1, 1], 1.35)) {
      expect(box.x + box.width).toBeLessThanOrEqual(100.0001)
      expect(box.y + box.height).toBeLessThanOrEqual(100.0001)
    }
  })

  it('draws nothing when there is nothing', () => {
    expect(squarify([0, 0])).toEqual([{ x: 0, y: 0, width: 0, height: 0 }, { x: 0, y: 0, width: 0, height: 0 }])
  })
})
