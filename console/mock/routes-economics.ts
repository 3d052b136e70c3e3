import { on } from './router.ts'
import { instantOf, rfm, selectors } from './understand.ts'
import { CURRENCY } from './world.ts'

const number = (id: string) => parseInt(id.slice(-4), 16)
const PERIODS = 4
/** How many periods a customer has come through, and whether they bought in one, out of the id. */
const complete = (id: string) => number(id) % (PERIODS + 1)
const bought = (id: string, period: number) => period <= complete(id) && (period === 1 || number(id) % (period + 1) > 0)
const GROUPS: Record<string, (id: string, period: number) => boolean> = {
  all: () => true, active: (id) => complete(id) < 3, fresh: (id) => complete(id) < 1, reached: (id, period) => period <= complete(id), bought,
  had: (id, period) => bought(id, period) && period < complete(id),
  kept: (id, period) => period < complete(id) && bought(id, period) && bought(id, period + 1),
  left: (id, period) => period < complete(id) && bought(id, period) && !bought(id, period + 1),
}

selectors.set('economics', (value, t) => {
  const [group = '', , period = '0'] = value.split('-')
  return new Set(rfm(t).scored.map((each) => each.customer.id).filter((id) => GROUPS[group]?.(id, Number(period))))
})

let settings = { margin: 0.4 as number | null, discountYearly: null as number | null, growthYearly: 0, years: null as number | null, atOnce: false, acquisitionCost: null as number | null, contactCost: null as number | null }
on('GET', '/models/economics/settings', () => settings)
on('PUT', '/models/economics/settings', ({ body }) => (settings = body as typeof settings))

on('GET', '/models/economics/page', ({ search }) => {
  const every = search.get('every') || 'year'
  const asOf = instantOf(search.get('asOf'))
  const ids = rfm(asOf).scored.map((each) => each.customer.id)
  const count = (group: string, period: number) => ids.filter((id) => GROUPS[group]!(id, period)).length
  const open = (group: string, period: number) => `in=economics:${group}-${every}-${period}`
  const share = (kept: number, of: number) => ({ of, kept, share: kept / of, low: Math.max(0, kept / of - 0.05), high: Math.min(1, kept / of + 0.05) })
  const steps = Array.from({ length: PERIODS - 1 }, (_, i) => i + 1).filter((period) => count('had', period) > 0)
  const all = share(steps.reduce((sum, period) => sum + count('kept', period), 0), steps.reduce((sum, period) => sum + count('had', period), 0))
  const value = (retention: number) => Math.round((12_000 * retention) / (1.1 - retention))
  const customers = count('active', 0)
  const lever = (name: string, from: number, to: number, each: number, elasticity: number) => ({ lever: name, from, to, each, elasticity, customers, open: open('active', 0), all: each * customers })
  return {
    asOf: new Date(asOf).toISOString(), currency: CURRENCY, every, settings, customers: ids.length, open: open('all', 0), overall: all,
    rates: { margin: settings.margin ?? 1, marginFrom: settings.margin === null ? 'revenue' : 'settings', discountYearly: 0.1, discountFrom: 'models', growthYearly: 0, years: null, atOnce: false },
    steps: steps.map((period) => ({ period, kept: share(count('kept', period), count('had', period)), open: open('had', period), openKept: open('kept', period), openLeft: open('left', period) })),
    periods: Array.from({ length: PERIODS }, (_, i) => i + 1).map((period) => ({
      period, reached: count('reached', period), openReached: open('reached', period), customers: count('bought', period), open: open('bought', period), orders: 2 + period / 2, revenue: 20_000 + period * 3_000, priceIndex: 1 + period / 100, profit: 8_000 + period * 1_200,
      parts: [{ part: 'base', amount: 8_000 + period * 100 }, { part: 'frequency', amount: period * 700 }, { part: 'order-value', amount: period * 300 }, { part: 'price-premium', amount: period * 100 }],
    })),
    lacking: [{ part: 'acquisition', needs: 'acquisition-cost' }, { part: 'referral', needs: 'referrals' }],
    worth: {
      margin: 12_000.4, periods: 300, retention: all.share, discount: 0.1, multiple: all.share / (1.1 - all.share), customers, open: open('active', 0), value: value(all.share), total: value(all.share) * customers, fresh: count('fresh', 0), openFresh: open('fresh', 0),
      changes: [lever('retention', all.share, all.share * 1.01, value(all.share * 1.01) - value(all.share), 1.1 / (1.1 - all.share)), lever('discount', 0.1, 0.09, 300, -0.2), lever('margin', 12_000, 12_120, Math.round(value(all.share) / 100), 1)],
      curve: [-2, -1, 0, 1, 2].map((points) => ({ points, retention: all.share + points / 100, multiple: (all.share + points / 100) / (1.1 - all.share - points / 100), value: value(all.share + points / 100), total: value(all.share + points / 100) * customers })),
    },
  }
})

selectors.set('economics.acquired', (value, t) => new Set(rfm(t).scored.map((each) => each.customer.id).filter((id) => (value.startsWith('to-') ? complete(id) < PERIODS : value.includes('-') ? complete(id) === Number(value.slice(-2)) : complete(id) >= Number(value)))))

on('GET', '/models/economics/ways', ({ search }) => {
  const asOf = instantOf(search.get('asOf'))
  const ids = rfm(asOf).scored.map((each) => each.customer.id)
  const all = { open: 'in=economics:all-year-0', customers: ids.length }
  const way = (name: string, value: number | null, each: number, lacks: string | null = null) => ({
    way: name, lacks, value, formula: name === 'formula' && !lacks ? { averageOrder: 9_800, ordersYearly: 3.4, retention: 0.6, years: 2.5 } : null,
    ahead: lacks ? null : { ...all, total: each * ids.length, model: 6_000 * ids.length, difference: each - 6_000, apart: 4_100 },
  })
  const counted = [1, 2, 3, 4].map((month) => ({ month: `2026-0${month}-01`, customers: ids.filter((id) => complete(id) === month).length, open: `in=economics.acquired:2026-0${month}`, margin: Array.from({ length: 5 - month }, (_, i) => 4_000 + i * 900 + month * 70) }))
  return {
    asOf: new Date(asOf).toISOString(), currency: CURRENCY, rates: { margin: 0.4, marginFrom: 'costs', discountYearly: 0.1, discountFrom: 'models', growthYearly: 0, years: null, atOnce: false }, weeks: 39, discounted: search.get('discounted') === 'true', ...all,
    model: { asOf: new Date(asOf).toISOString(), ...all, total: 6_000 * ids.length },
    ways: [way('historic', 21_000, 7_200), way('formula', null, 0, 'second-year'), way('cohort', 9_100, 5_600)],
    cohorts: counted, average: [1, 2, 3, 4].map((month) => ({ month, customers: ids.filter((id) => complete(id) >= month).length, open: `in=economics.acquired:${month}`, margin: 4_000 + month * 900 })), paidBack: 2,
  }
})
