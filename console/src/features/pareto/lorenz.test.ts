import { describe, expect, it } from 'vitest'
import { cutAfter, shareAt } from './lorenz'

const CURVE = [{ customers: 0, share: 0 }, { customers: 0.2, share: 0.8 }, { customers: 1, share: 1 }]

describe('the Lorenz curve', () => {
  it('begins at nothing and ends at everything', () => {
    expect(shareAt(CURVE, 0)).toBe(0)
    expect(shareAt(CURVE, 1)).toBe(1)
  })

  it('lies straight between its points', () => {
    expect(shareAt(CURVE, 0.1)).toBeCloseTo(0.4)
    expect(shareAt(CURVE, 0.6)).toBeCloseTo(0.9)
  })

  it('moves its cut by keys and stops at the ends', () => {
    expect(cutAfter('ArrowRight', 20)).toBe(21)
    expect(cutAfter('PageUp', 95)).toBe(100)
    expect(cutAfter('ArrowLeft', 1)).toBe(1)
    expect(cutAfter('a', 20)).toBeNull()
  })
})
