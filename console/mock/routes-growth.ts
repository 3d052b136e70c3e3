import { on } from './router.ts'
import { instantOf, rfm, selectors } from './understand.ts'
import { CURRENCY, DAY, NOW } from './world.ts'

const WEEK = 7 * DAY
const iso = (t: number) => new Date(t).toISOString()
const day = (t: number) => iso(t).slice(0, 10)
/** Weeks ago, out of the customer's id, so that it never changes. */
const came = (id: string) => parseInt(id.slice(-4), 16) % 40

selectors.set('growth.new', (value, t) => {
  const [from = '', to = ''] = value.split('..')
  return new Set(rfm(t).scored.map((each) => each.customer.id).filter((id) => day(NOW - came(id) * WEEK) >= from && day(NOW - came(id) * WEEK) <= to))
})
selectors.set('growth.cohort', (value, t) => new Set(rfm(t).scored.map((each) => each.customer.id).filter((id) => day(NOW - came(id) * WEEK).startsWith(value.slice(0, 7)))))

on('GET', '/growth', ({ search }) => {
  const every = search.get('every') ?? 'week'
  const ids = rfm(instantOf(search.get('asOf'))).scored.map((each) => each.customer.id)
  let total = 0
  const periods = Array.from({ length: 40 }, (_, i) => {
    const at = NOW - (39 - i) * WEEK
    const customers = ids.filter((id) => came(id) === 39 - i).length
    total += customers
    return { from: day(at), to: day(at), customers, orders: customers * 2, total, fitted: 10 - i / 10, open: `in=growth.new:${day(at)}..${day(at)}` }
  })
  const short = every === 'month'
  const form = (name: string, behind: number, ceiling: number | null) => ({ form: name, parameters: [{ name: 'ceiling', value: 520.5, standardError: 21.2 }], residualSumOfSquares: 900 + behind, aicc: 100 + behind, behind, weight: behind ? 0.1 : 0.7, ceiling, peak: ceiling ? '2026-05-04' : null })
  return {
    asOf: iso(instantOf(search.get('asOf'))), every, customers: total, open: `in=growth.new:${day(NOW - 39 * WEEK)}..${day(NOW)}`, periods: ids.length ? periods : [], complete: short ? 6 : 39, needed: 8,
    forms: short ? [] : [form('logistic', 0, 520), form('steady', 3.1, null)],
    outlook: short ? null : {
      stage: 'growth', ceiling: 520, ceilingLow: 430, ceilingHigh: 2100, turned: false, told: false, level: 0.9, draws: 120, holdOut: { periods: 8, form: 'logistic', inside: 7, expected: 88, happened: 80 },
      ahead: Array.from({ length: 6 }, (_, i) => ({ from: day(NOW + i * WEEK), expected: 9, low: 4, high: 14, total: total + 9 * i, totalLow: total + 4 * i, totalHigh: total + 14 * i })),
    },
  }
})

on('GET', '/growth/cohorts', ({ search }) => {
  const ids = rfm(instantOf(search.get('asOf'))).scored.map((each) => each.customer.id)
  const months = [...new Set(ids.map((id) => day(NOW - came(id) * WEEK).slice(0, 7)))].sort()
  return {
    asOf: iso(instantOf(search.get('asOf'))), currency: CURRENCY, customers: ids.length, averages: months.map((_, after) => 1 / (1 + after)),
    months: months.map((month, i) => {
      const customers = ids.filter((id) => day(NOW - came(id) * WEEK).startsWith(month)).length
      return { month: `${month}-01`, customers, open: `in=growth.cohort:${month}%2B0`, cells: months.slice(i).map((_, after) => ({ after, active: Math.round(customers / (1 + after)), revenue: customers * 4200 * (after + 1), open: `in=growth.cohort:${month}%2B${after}`, partial: i + after === months.length - 1 })) }
    }),
  }
})
