import { describe, expect, it } from 'vitest'
import { flatten, newLeaf, unflatten, type Condition } from './conditions'

const leaf = newLeaf('daysSinceLast', 'CNY')

describe('the rules of a stage', () => {
  it('come back as they were after editing', () => {
    const rule: Condition = { type: 'any', of: [leaf, newLeaf('count', 'CNY')] }
    expect(unflatten(flatten(rule) ?? { join: 'all', leaves: [] })).toEqual(rule)
  })

  it('keep a single condition without a joint', () => {
    expect(unflatten(flatten(leaf) ?? { join: 'all', leaves: [] })).toEqual(leaf)
  })

  it('are edited as text when they nest', () => {
    expect(flatten({ type: 'all', of: [{ type: 'none', of: [leaf] }] })).toBeNull()
  })

  it('let the last stage take whoever is left', () => {
    expect(flatten({ type: 'all', of: [] })).toEqual({ join: 'all', leaves: [] })
  })
})
