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
