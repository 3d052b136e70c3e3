import { on } from './router.ts'
import { instantOf } from './understand.ts'
import { CURRENCY, world } from './world.ts'

const OPEN = 'in=mock.score:clv~0~'
const near = (value: number, reach: number) => ({ value, low: value - reach, high: value + reach })
const told = (value: number, reach: number) => ({ raw: near(value, reach), lack: null, shrunk: near(0.8 * value - 0.4, reach) })
const lacking = (lack: string) => ({ raw: null, lack, shrunk: near(-1.9, 1.2) })

on('GET', '/models/response/page', ({ search }) => {
  const loaded = world.loaded
  const category = (name: string | null, price: unknown, promotion: unknown, known: boolean) => ({ category: name, products: 9, used: known ? 8 : 1, changed: 3, promotions: 40, units: 4200, dealUnits: 900, depth: 0.19, price, promotion, after: known ? told(-0.2, 0.1) : lacking('products'), gained: known ? 320 : null, lost: known ? 110 : null, buyers: 210, open: OPEN })
  const classes = ['seeker', 'aware', 'indifferent', 'full', 'unknown']
  return {
    asOf: new Date(instantOf(search.get('asOf'))).toISOString(), run: null, currency: CURRENCY, customers: loaded ? 620 : 0, open: OPEN,
    demands: {
      items: loaded ? 9000 : 0, deals: 2100, listed: 2100, leastProducts: 4, price: near(-1.9, 1.2), promotion: near(0.4, 0.3),
      categories: [category('绿茶 Green tea', told(-2.2, 0.4), told(0.45, 0.1), true), category('<b>Ware</b>', lacking('together'), lacking('changes'), false), category(null, lacking('products'), lacking('products'), false)],
      months: ['2026-08', '2026-09', '2026-10'].map((month, i) => ({ month, items: 400, deals: 60 + 30 * i, customers: 50 + i, open: OPEN })),
    },
    classes: classes.map((kind, i) => ({ kind, customers: loaded ? 200 - 40 * i : 0, share: 0.5 - i / 10, spent: 900_000, open: OPEN })),
    map: loaded ? classes.slice(0, 4).flatMap((kind) => [0, 20_000, 90_000].map((spentFrom, i, all) => ({ kind, spentFrom, spentBelow: all[i + 1] ?? null, customers: 40 - 10 * i, spent: 300_000, open: OPEN }))) : [],
  }
})
