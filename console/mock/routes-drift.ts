import { on } from './router.ts'
import { instantOf, rfm, selectors } from './understand.ts'
import { CURRENCY, DAY } from './world.ts'

const iso = (t: number) => new Date(t).toISOString()
const label = (en: string, zh: string) => ({ en, zh })
const WAYS = ['up-itself', 'up-bound', 'same', 'down-itself', 'down-bound']
const wayOf = (id: string) => WAYS[parseInt(id.slice(-4), 16) % WAYS.length]
const ids = (t: number) => rfm(t).scored.map((each) => each.customer.id)
selectors.set('rfm.moved', (value, t) => new Set(ids(t).filter((id) => value.includes(`-${wayOf(id)}@`))))

on('GET', '/rfm/drift', ({ search }) => {
  const now = instantOf(search.get('asOf'))
  return {
    asOf: iso(now), currency: CURRENCY,
    months: Array.from({ length: 13 }, (_, i) => {
      const t = now - (12 - i) * 30 * DAY
      const customers = ids(t).length
      return { asOf: iso(t), customers, recencyDays: [20, 45 + i, 90 + 2 * i, 180 + 3 * i], frequency: [null, 2, 3, 5], monetary: [2_000, 5_000 + 200 * i, 12_000 + 500 * i, 40_000 + 900 * i], segments: [{ segment: 'champions', label: label('Champions', '冠军客户'), customers, open: 'in=rfm.all:scored' }] }
    }),
  }
})

on('GET', '/rfm/moves', ({ search }) => {
  const now = instantOf(search.get('asOf'))
  const since = search.get('since') ?? ''
  const all = ids(now)
  const count = (score: string, way: string) => ({ customers: all.filter((id) => wayOf(id) === way).length, open: `in=rfm.moved:${score}-${way}@${since}` })
  return {
    from: `${since}T00:00:00Z`, asOf: iso(now), customers: all.length,
    scores: ['r', 'f', 'm'].map((score) => ({ score, upItself: count(score, 'up-itself'), upBound: count(score, 'up-bound'), same: count(score, 'same'), downItself: count(score, 'down-itself'), downBound: count(score, 'down-bound') })),
    ways: [{ from: label('Champions', '冠军客户'), to: label('At risk', '有流失风险'), all: { customers: 14, open: `in=rfm.moved:champions~at-risk~all@${since}` }, bound: { customers: 3, open: `in=rfm.moved:champions~at-risk~bound@${since}` } }],
  }
})
