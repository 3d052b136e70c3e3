import { useContext, useMemo } from 'react'
import { useLanguage } from './i18n'
import { SessionContext } from './session'
import type { Money } from './types'

const digits = new Map<string, number>()

/** How many decimals a currency has: 2 for GBP, 0 for JPY, 3 for KWD. */
export function decimals(currency: string): number {
  let known = digits.get(currency)
  if (known === undefined) {
    try {
      known = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
    } catch {
      known = 2
    }
    digits.set(currency, known)
  }
  return known
}

/** The end of an id: the beginning is a time, and alike for neighbours. */
export const shortId = (id: string) => `…${id.slice(-8)}`

export interface Format {
  number: (value: number, fraction?: number) => string
  compact: (value: number) => string
  percent: (share: number, fraction?: number) => string
  money: (money: Money) => string
  /** Whole units, or thousands and millions in words, for tiles and axes. */
  moneyShort: (money: Money) => string
  date: (instant: string) => string
  dateTime: (instant: string) => string
  time: (instant: string) => string
  /** A bare day as a day, an instant with its time. */
  moment: (instant: string) => string
  day: (instant: string) => string
  dayKey: (instant: string) => string
  month: (yearMonth: string) => string
  relative: (instant: string, now?: number) => string
  bytes: (value: number) => string
}

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000], ['month', 2_592_000], ['day', 86_400], ['hour', 3600], ['minute', 60], ['second', 1],
]

export function formats(language: 'en' | 'zh', zone: string): Format {
  const tag = language === 'zh' ? 'zh-CN' : 'en-GB'
  const when = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(tag, { timeZone: zone, ...options })
    // A bare day is a day of the workspace already and is not moved between zones.
    const bare = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' })
    return (instant: string) => {
      const time = new Date(instant)
      if (Number.isNaN(time.getTime())) return '–'
      return (instant.length === 10 ? bare : format).format(time)
    }
  }
  const currency = (money: Money, options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(tag, {
      style: 'currency', currency: money.currency, currencyDisplay: 'narrowSymbol', ...options,
    }).format(money.amount / 10 ** decimals(money.currency))
  const date = when({ year: 'numeric', month: 'short', day: 'numeric' })
  const dateTime = when({ year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false })
  const key = new Intl.DateTimeFormat('en-CA', { timeZone: zone })
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' })
  const compact = new Intl.NumberFormat(tag, { notation: 'compact', maximumSignificantDigits: 3 })
  return {
    number: (value, fraction = 0) => new Intl.NumberFormat(tag, { maximumFractionDigits: fraction }).format(value),
    compact: (value) => compact.format(value),
    percent: (share, fraction = 0) =>
      new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: fraction }).format(share),
    money: (money) => currency(money, {}),
    moneyShort: (money) =>
      Math.abs(money.amount) / 10 ** decimals(money.currency) >= 10_000
        ? currency(money, { notation: 'compact', maximumSignificantDigits: 3 })
        : currency(money, { maximumFractionDigits: 0 }),
    date,
    dateTime,
    moment: (instant) => (instant.length === 10 ? date : dateTime)(instant),
    time: when({ hour: '2-digit', minute: '2-digit', hour12: false }),
    day: when({ weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' }),
    dayKey: (instant) => key.format(new Date(instant)),
    month: (yearMonth) =>
      new Intl.DateTimeFormat(tag, { year: '2-digit', month: 'short', timeZone: 'UTC' }).format(new Date(`${yearMonth.slice(0, 7)}-15T00:00:00Z`)),
    relative: (instant, now = Date.now()) => {
      const seconds = (new Date(instant).getTime() - now) / 1000
      const [unit, size] = STEPS.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1]
      return relative.format(Math.trunc(seconds / size), unit)
    },
    bytes: (value) => {
      const power = Math.min(3, Math.floor(Math.log(Math.max(1, value)) / Math.log(1000)))
      const unit = (['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const)[power] ?? 'byte'
      return new Intl.NumberFormat(tag, { style: 'unit', unit, maximumFractionDigits: power === 0 ? 0 : 1 }).format(value / 1000 ** power)
    },
  }
}

export function useFormat(): Format {
  const language = useLanguage()
  const zone = useContext(SessionContext)?.workspace.zone ?? 'UTC'
  return useMemo(() => formats(language, zone), [language, zone])
}
