import { describe, expect, it } from 'vitest'
import { decimals, formats } from './format'

const english = formats('en', 'Europe/London')
const chinese = formats('zh', 'Asia/Shanghai')

describe('formats', () => {
  it('write money with the decimals of its currency', () => {
    expect(english.money({ amount: 123456, currency: 'GBP' })).toBe('£1,234.56')
    expect(english.money({ amount: 5000, currency: 'JPY' })).toBe('¥5,000')
    expect(decimals('KWD')).toBe(3)
  })

  it('count in ten thousands in Chinese', () => {
    expect(chinese.moneyShort({ amount: 123_456_700, currency: 'CNY' })).toBe('¥123万')
  })

  it('place an instant on the day of the workspace', () => {
    expect(chinese.dayKey('2026-03-01T17:00:00Z')).toBe('2026-03-02')
    expect(english.dayKey('2026-03-01T17:00:00Z')).toBe('2026-03-01')
  })

  it('never move a bare day between zones', () => {
    expect(formats('en', 'America/Los_Angeles').date('2011-09-01')).toBe('1 Sept 2011')
  })

  it('tell relative times in the language', () => {
    expect(chinese.relative('2026-01-01T00:00:00Z', Date.parse('2026-01-01T02:00:00Z'))).toBe('2小时前')
  })
})
