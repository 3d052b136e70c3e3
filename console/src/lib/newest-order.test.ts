import { expect, it } from 'vitest'
import { dayAfter } from './newest-order'

it('steps over the ends of months and years', () => {
  expect(dayAfter('2011-12-09')).toBe('2011-12-10')
  expect(dayAfter('2024-02-29')).toBe('2024-03-01')
  expect(dayAfter('2025-12-31')).toBe('2026-01-01')
})
