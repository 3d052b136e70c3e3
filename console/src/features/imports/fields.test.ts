import { describe, expect, it } from 'vitest'
import { assign, fieldOf, missing } from './fields'

describe('the mapping of columns', () => {
  it('gives a field to one column only', () => {
    expect(assign({ order: 'A' }, 'B', 'order')).toEqual({ order: 'B' })
  })

  it('gives a column one field only', () => {
    expect(assign({ order: 'A' }, 'A', 'sku')).toEqual({ sku: 'A' })
  })

  it('takes a field back', () => {
    expect(assign({ order: 'A', sku: 'B' }, 'A', null)).toEqual({ sku: 'B' })
  })

  it('tells what is missing, where one of several is enough', () => {
    expect(missing('orders', { order: 'A', at: 'B' })).toEqual([['amount', 'price']])
    expect(missing('orders', { order: 'A', at: 'B', price: 'C' })).toEqual([])
  })

  it('finds the field of a column', () => {
    expect(fieldOf({ order: 'A' }, 'A')).toBe('order')
    expect(fieldOf({ order: 'A' }, 'B')).toBeNull()
  })
})
