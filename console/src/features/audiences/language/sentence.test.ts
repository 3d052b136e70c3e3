import { beforeAll, describe, expect, it } from 'vitest'
import { formats } from '@/lib/format'
import { i18n } from '@/lib/i18n'
import { begin } from './editor'
import { sentences } from './sentence'
import type { Json } from './types'

const speech = (language: 'en' | 'zh') => {
  const t = i18n.getFixedT(language, 'conditions')
  const word = (space: string, key: string) => t(`${space}.${key.replaceAll('.', '-')}`, { defaultValue: key })
  return sentences({
    t, format: formats(language, 'Asia/Shanghai'), kind: (key) => word('kind', key), attribute: (name) => word('property', name), word,
    scheme: (key) => key, stage: (_, key) => key, model: (key) => key.toUpperCase(), figure: (_, key) => word('figure', key), audience: () => 'VIP',
  })
}
const say = (json: Json, language: 'en' | 'zh' = 'en') => speech(language).node(begin(json).root)

const last = (amount: number): Json => ({ type: 'last', length: { amount, unit: 'day' } })
const orders = (comparison: string, number: number): Json => ({ type: 'facts', facts: { kinds: ['order.completed'] }, window: last(90), test: { type: 'compares', comparison, number } })

describe('a condition in words', () => {
  beforeAll(() => i18n.changeLanguage('en'))

  it('counts what was done and what was not', () => {
    expect(say(orders('at-least', 3))).toBe('order at least 3 times in the last 90 days')
    expect(say(orders('exactly', 0))).toBe('has no order in the last 90 days')
    expect(say(orders('at-least', 3), 'zh')).toBe('最近 90 天内下单至少 3 次')
    expect(say(orders('exactly', 0), 'zh')).toBe('最近 90 天内没有下单')
  })

  it('says money as money', () => {
    const json: Json = { type: 'facts', facts: { kinds: ['order.completed'] }, measure: { type: 'sum', of: { type: 'amount', currency: 'EUR' } }, window: { type: 'calendar', unit: 'year' }, test: { type: 'compares', comparison: 'more-than', number: 50000 } }
    expect(say(json)).toBe('the sum of amount of order is more than €500.00 this year')
  })

  it('puts brackets where “and” meets “or”', () => {
    const email: Json = { type: 'identity', identity: 'email' }
    const any: Json = { type: 'any', of: [email, { type: 'tag', category: 'hobby', value: 'fishing', scheduledToday: true }] }
    expect(say({ type: 'all', of: [orders('at-least', 1), any] })).toBe('has at least one order in the last 90 days, and (has a known e-mail address, or has the tag hobby: fishing, scheduled for today)')
    expect(say({ type: 'none', of: [{ type: 'surely', of: email }] })).toBe('not (surely (has a known e-mail address))')
  })

  it('tells a sequence in its order', () => {
    const json: Json = { type: 'sequence', steps: [{ kinds: ['order.completed'] }, { kinds: ['order.cancelled'] }], within: { amount: 30, unit: 'day' }, without: [{ kinds: ['service.contact'] }], same: { type: 'subject' } }
    expect(say(json)).toBe('order, then cancellation within 30 days without service contact in between all with the same subject (e.g. the order)')
  })

  it('shows what it does not know instead of leaving it out', () => {
    expect(say({ type: 'weather', is: 'fine' })).toContain('{"type":"weather","is":"fine"}')
    expect(say({ type: 'all', of: [] })).toBe('everybody')
  })
})
