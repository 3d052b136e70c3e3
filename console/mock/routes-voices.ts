import { on } from './router.ts'
import { instantOf, selectors } from './understand.ts'
import { CURRENCY, world } from './world.ts'

const iso = (t: number) => new Date(t).toISOString()
const some = (from: number, to: number) => new Set(world.customers.slice(from, to).map((each) => each.id))
const bare = (id: string) => id.replace(/^cus_/, '')

selectors.set('influence', (value) => some(0, { sharers: 40, invited: 90, joined: 60, ordered: 45, again: 20, 'role-kol': 1, 'role-koc': 2, 'role-advocate': 10, 'role-sharer': 27 }[value] ?? 8))
const rule = { generationDiscount: 0.5, kolReach: 50, kocOrdered: 3, kocConversion: 0.5, points: { 'Product Shared': 5 } as Record<string, number> }
on('PUT', '/models/influence/settings', ({ body }) => Object.assign(rule, body))
on('GET', '/models/influence/page', ({ search }) => {
  const loaded = world.loaded
  const open = (value: string) => `in=influence:${value}`
  const people = Array.from({ length: 9 }, (_, i) => ({ parent: i < 5 ? -1 : 0, ordered: i % 2 === 0, under: i === 0 ? 4 : 0, open: open('person-1') }))
  const ids = world.customers.slice(0, 3).map((each) => bare(each.id))
  const candidate = (i: number, role: string, reach: number, ordered: number) => ({ customer: ids[i], role, rank: 31.4 - i * 9, reach, joined: 9 - i, ordered, under: 12 - i, direct: 90_000, carried: 120_000 - 30_000 * i, points: i * 2.5, openDirect: open('direct-1'), openOrdered: open('buyers-1'), openUnder: open('under-1') })
  return {
    page: {
      asOf: iso(instantOf(search.get('asOf'))), currency: CURRENCY, rule, sharers: loaded ? 40 : 0, open: open('sharers'), unknown: 70, loops: 1, cycles: 2, value: 4_200_000,
      funnel: [{ key: 'invited', people: 160, customers: 90, open: open('invited') }, { key: 'joined', people: 60, customers: 60, open: open('joined') }, { key: 'ordered', people: 45, customers: 45, open: open('ordered') }, { key: 'again', people: 20, customers: 20, open: open('again') }],
      roles: [['kol', 1], ['koc', 2], ['advocate', 10], ['sharer', 27]].map(([role, customers]) => ({ role, customers, carried: Number(customers) * 60_000, open: open(`role-${role}`) })),
      curve: [{ sharers: 0, value: 0, customers: 0, open: null }, { sharers: 0.1, value: 0.6, customers: 4, open: open('top-10') }, { sharers: 1, value: 1, customers: 40, open: open('top-100') }], gini: 0.71,
      trees: loaded ? [{ root: ids[0], role: 'kol', under: 12, open: open('under-1'), people, more: 3 }] : [],
      candidates: loaded ? [candidate(0, 'kol', 80, 6), candidate(1, 'koc', 12, 8), candidate(2, 'sharer', 4, 0)] : [],
    },
    customers: world.customers.slice(0, 3).map((each, i) => ({ customer: each.id, name: i === 1 ? '<b>Kate</b>' : each.name, identities: [], erased: false })),
  }
})

selectors.set('satisfaction', () => some(0, 12))
const count = (customers: number) => ({ customers, open: customers > 0 ? 'in=satisfaction:nps-promoter~90~4' : null })
const interval = (value: number | null, reach = 0.1) => ({ value, low: value === null ? null : value - reach, high: value === null ? null : value + reach })
const meanings: unknown[] = []
on('GET', '/models/satisfaction/questions', () => ({ items: [{ survey: 'Study', question: 'How good is <i>delivery</i>?', answers: 40, meaning: null, said: true }, { survey: 'Study', question: 'perceived Quality', answers: 44, meaning: { role: 'perceived', about: 'Quality', brand: null }, said: true }] }))
on('PUT', '/models/satisfaction/meanings', ({ body }) => {
  meanings.splice(0, meanings.length, ...(body as { items: unknown[] }).items)
  return { items: meanings }
})
on('GET', '/models/satisfaction/page', ({ search }) => {
  const rated = (value: number) => ({ mean: interval(value), high: interval(0.62), satisfied: count(31), others: count(19) })
  const attribute = (name: string, importance: number, expected: number, perceived: number, quadrant: string) => ({ name, customers: 44, importance, expected, perceived, gap: interval(expected - perceived), weighted: (expected - perceived) / 4, quadrant, disappointed: count(17) })
  const after = (customers: number, again: number) => ({ customers: count(customers), again: count(again), rate: interval(again / customers) })
  const empty = !world.loaded
  return {
    asOf: iso(instantOf(search.get('asOf'))), days: Number(search.get('days') ?? 90), enough: Number(search.get('enough') ?? 4), missing: ['csat', 'spend'],
    nps: empty ? null : { score: interval(0.24), promoters: count(30), passives: count(14), detractors: count(12) },
    months: empty ? [] : ['2026-08', '2026-09', '2026-10'].map((month, i) => ({ month, customers: count(12 + i), score: interval(0.1 + i / 10) })), types: empty ? [] : [{ type: 'important-value', customers: count(12), score: interval(0.4) }],
    csat: null, ces: empty ? null : rated(5.2), attributes: empty ? [] : [attribute('Quality', 6.2, 6.1, 5.9, 'KEEP_UP'), attribute('<b>Price</b>', 5.9, 5.6, 4.2, 'CONCENTRATE_HERE')],
    choice: empty ? null : { brands: ['', 'Other'], attributes: ['Quality', 'Price'], customers: 40, shares: { weighted: [0.6, 0.4], conjunctive: [0.3, 0.3], lexicographic: [0.7, 0.3] }, disagree: count(9), lost: count(16) },
    again: empty ? [] : [{ attitude: 'promoter', ...after(28, 14) }, { attitude: 'detractor', ...after(10, 2) }],
    recovery: empty ? null : { complained: count(20), again: count(6), rate: interval(0.3), expected: 0.41, others: 800, answers: [{ within: 'day', ...after(8, 4) }] },
  }
})

const averages: { everybody: number | null; byType: Record<string, number> } = { everybody: null, byType: {} }
on('PUT', '/models/wallet/settings', ({ body }) => Object.assign(averages, body))
on('GET', '/models/wallet/groups', ({ search }) => ({ items: search.getAll('in').map((one, i) => ({ in: one, customers: 40 + i, open: `in=${one}`, known: 20 + i, openKnown: `in=${one}`, category: 1_000_000 * (i + 1), own: 400_000 })) }))
on('GET', '/models/wallet/page', ({ search }) => {
  const loaded = world.loaded
  const open = 'in=mock.score:clv~0~'
  return {
    asOf: iso(instantOf(search.get('asOf'))), run: null, currency: CURRENCY, settings: averages, customers: loaded ? 60 : 0, open, category: 5_000_000, own: 2_000_000,
    known: [['survey', 20], ['rule', 40], ['average', 0]].map(([method, customers]) => ({ method, customers, headroom: Number(customers) * 50_000, open })),
    rooms: [0, 10_000, 100_000].map((from, i, all) => ({ from, below: all[i + 1] ?? null, customers: 20, sum: 900_000, open })),
    map: [0, 0.2, 0.4, 0.6, 0.8].flatMap((shareFrom) => [0, 20_000].map((ownFrom, i, all) => ({ shareFrom, shareBelow: shareFrom < 0.8 ? shareFrom + 0.2 : null, ownFrom, ownBelow: all[i + 1] ?? null, customers: 6, headroom: 300_000, open }))),
  }
})
