import { describe, expect, it } from 'vitest'
import { byDay, itemsLast, until } from './one/timeline-card'
import type { Fact } from './types'

const fact = (id: string, kind: string, subject: string, occurredAt = '2026-03-01T10:00:00Z'): Fact => ({
  id, kind, group: 'orders', occurredAt, recordedAt: occurredAt, subject, amount: null, attributes: {}, source: 'test', historical: false, profile: 'p',
})
const ids = (facts: Fact[]) => facts.map(({ id }) => id)

describe('the timeline', () => {
  it('tells the lines of an order after the order', () => {
    expect(ids(itemsLast([fact('a', 'order.item', '1'), fact('b', 'order.item', '1'), fact('c', 'order.completed', '1')]))).toEqual(['c', 'a', 'b'])
  })

  it('keeps the lines of one order away from another', () => {
    expect(ids(itemsLast([fact('a', 'order.item', '1'), fact('b', 'order.completed', '2')]))).toEqual(['a', 'b'])
  })

  it('loses no fact', () => {
    expect(ids(itemsLast([fact('a', 'order.item', '1'), fact('b', 'page.viewed', ''), fact('c', 'order.item', '2')]))).toEqual(['a', 'b', 'c'])
  })

  it('groups by day', () => {
    const days = byDay([fact('a', 'x', '', '2026-03-02T00:00:00Z'), fact('b', 'x', '', '2026-03-01T01:00:00Z'), fact('c', 'x', '', '2026-03-01T00:00:00Z')], (at) => at.slice(0, 10))
    expect(days.map(([day, list]) => [day, list.length])).toEqual([['2026-03-02', 1], ['2026-03-01', 2]])
  })

  it('ends before the day as of which one looks', () => {
    expect(until('2026-03-01')).toBe('2026-02-28')
    expect(until('2026-03-01T08:00:00Z')).toBe('2026-03-01T08:00:00Z')
  })
})
