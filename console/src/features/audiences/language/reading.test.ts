import { describe, expect, it } from 'vitest'
import { changeOf } from './diff'
import { begin } from './editor'
import { growth } from './growth'
import { pasted } from './pasted'
import { assignProblems } from './problems'
import { parseExactly } from './text'
import type { Group } from './tree'

describe('the text of a condition', () => {
  it('is refused where a number would become another one', () => {
    expect(parseExactly('{"number": 12345678901234567890}')).toEqual({ problem: 'notExact', detail: '12345678901234567890' })
    expect(parseExactly('{"number": 0.1, "text": "12345678901234567890"}')).toEqual({ json: { number: 0.1, text: '12345678901234567890' } })
    expect(parseExactly('{"number": 1.50}')).toEqual({ json: { number: 1.5 } })
    expect(parseExactly('{"a"')).toMatchObject({ problem: 'notJson' })
  })
})

describe('a problem of the server', () => {
  it('goes to the innermost clause, with the place inside it', () => {
    const { root } = begin({ type: 'all', of: [{ type: 'any', of: [{ type: 'identity', identity: '' }] }] })
    const problems = assignProblems(root, [{ pointer: '/condition/of/0/of/0/identity', code: 'x', message: 'Must be text' }, { pointer: '/of/0', code: 'y', message: 'Too many' }])
    const group = root.of[0] as Group
    expect(problems.get(group.of[0]?.id ?? 0)).toEqual(new Map([['/identity', 'Must be text']]))
    expect(problems.get(group.id)).toEqual(new Map([['', 'Too many']]))
  })

  it('goes to a clause that stands alone', () => {
    const { root } = begin({ type: 'identity', identity: '' })
    expect(assignProblems(root, [{ pointer: '/condition/identity', code: 'x', message: 'Must be text' }]).get(root.of[0]?.id ?? 0)).toEqual(new Map([['/identity', 'Must be text']]))
  })
})

describe('typing', () => {
  it('is told from other changes, so that it is undone as one', () => {
    const window = (amount: number, unit: string) => ({ type: 'facts', window: { type: 'last', length: { amount, unit } } })
    expect(changeOf(window(9, 'day'), window(90, 'day'))).toBe('/window/length/amount')
    expect(changeOf(window(9, 'day'), window(9, 'week'))).toBeUndefined()
    expect(changeOf(window(9, 'day'), { type: 'facts' })).toBeUndefined()
  })
})

describe('a pasted list', () => {
  it('takes the first column, each identity once', () => {
    expect(pasted('\uFEFFmei@example.com,Mei\r\n"a ""b"", c",2\n13800138000\t上海\n\nmei@example.com\n')).toEqual(['mei@example.com', 'a "b", c', '13800138000'])
  })
})

describe('how the number develops', () => {
  it('gives each step the clauses up to its own', () => {
    const sentence = { en: '', zh: '' }
    const a = { type: 'identity', identity: 'email' }
    const b = { type: 'identity', identity: 'phone' }
    const steps = growth({ type: 'any', of: [a, b] }, { total: 10, steps: [{ pointer: '/of/0', count: 3, sentence }, { pointer: '/of/1', count: 7, sentence }] })
    expect(steps.map(({ before, count, so }) => [before, count, so])).toEqual([[0, 3, { type: 'any', of: [a] }], [3, 7, { type: 'any', of: [a, b] }]])
  })
})
