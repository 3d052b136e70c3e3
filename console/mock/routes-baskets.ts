import { on } from './router.ts'
import { instantOf } from './understand.ts'
import { CURRENCY, NOW, uuid, world } from './world.ts'

const iso = (t: number) => new Date(t).toISOString()
const OPEN = 'in=mock.score:clv~0~'
const tea = (key: string, name: string) => ({ key, name })
const [GREEN, OOLONG, POT, PAPER] = [tea('LJ-M', 'Longjing tin 100 g'), tea('TG-M', 'Tieguanyin tin 100 g'), tea('POT', '手冲壶'), tea('PAPER', '滤纸 <b>100</b>')] as const
const when = (search: URLSearchParams) => iso(instantOf(search.get('asOf')))
on('GET', '/baskets/sequences', ({ search }) => {
  const rows = world.loaded && Number(search.get('confidence')) <= 0.5 ? [[POT, PAPER, 8.1], [GREEN, OOLONG, 2.3]].map(([first, then, lift]) => ({ first, then, began: 320, openBegan: OPEN, followed: 141, openFollowed: OPEN, support: 0.02, confidence: 0.44, chance: 0.05, lift, waiting: 37, openWaiting: OPEN })) : []
  return { asOf: when(search), days: Number(search.get('days') ?? 60), customers: world.loaded ? 1200 : 0, items: 24, found: rows.length, rows }
})
on('GET', '/baskets/repurchase', ({ search }) => {
  const row = (item: { key: string; name: string }, replenishes: boolean, perUnit: boolean) => ({ item, category: 'Green tea', replenishes, buyers: 412, openBuyers: OPEN, again: 230, openAgain: OPEN, intervals: 640, withinYear: replenishes ? 0.62 : 0.04, lower: replenishes ? 31 : null, median: replenishes ? 44 : null, upper: replenishes ? 70 : null, perUnit, due: 21, openDue: OPEN, overdue: 33, openOverdue: OPEN, curve: [{ days: 20, share: 0.05 }, { days: 44, share: 0.31 }, { days: 120, share: 0.58 }, { days: 300, share: 0.62 }] })
  const rows = world.loaded ? [row(GREEN, true, true), row(OOLONG, true, false), row(POT, false, false)] : []
  return { asOf: when(search), today: when(search).slice(0, 10), items: rows.length, replenished: rows.filter((one) => one.replenishes).length, due: 40, openDue: OPEN, overdue: 61, openOverdue: OPEN, rows }
})
on('GET', '/baskets/ladders', ({ search }) => {
  const count = (customers: number) => ({ customers, open: OPEN })
  const ladders = world.loaded ? [{ category: '绿茶 Green tea', customers: 330, tiers: [{ products: 4, lowest: 5900, highest: 9800 }, { products: 4, lowest: 15800, highest: 19800 }, { products: 4, lowest: 26800, highest: 62900 }], moves: [[80, 41, 12], [9, 70, 25], [2, 6, 44]].map((row) => row.map(count)), once: [20, 14, 7].map(count), risen: 0.27, fallen: 0.06 }] : []
  return { asOf: when(search), currency: CURRENCY, ladders }
})
on('GET', '/baskets/bundles', ({ search }) => {
  const rows = world.loaded ? [{ items: [POT, PAPER], count: 64, support: 0.012, lift: 14.2, maximal: true, singles: 45600, together: 42100, margin: 18800, all: 71, openAll: OPEN, missing: 402, openMissing: OPEN }] : []
  return { asOf: when(search), currency: CURRENCY, visits: world.loaded ? 5100 : 0, found: rows.length, rows }
})
on('GET', '/models/next/page', ({ search }) => {
  const quality = (method: string, scale: number) => ({ method, hit1: 0.07 * scale, hit3: 0.15 * scale, hit5: 0.21 * scale, hit10: 0.3 * scale, reciprocalRank: 0.13 * scale })
  const report = { method: 'similar', tested: 512, products: 94, compared: 90, offered: 88, recentDays: 90, qualities: [quality('popular', 1), quality('rules', 1.4), quality('last-visit', 1.3), quality('similar', 1.6), quality('blend', 1.5)], chance: quality('chance', 0.4) }
  const customers = world.loaded ? world.customers.length : 0
  return {
    asOf: when(search), run: customers > 0 ? { run: { id: uuid(), model: 'next', version: 1, undoes: null, undone: false, asOf: iso(NOW), state: 'done', by: 'Lin Mei', job: null, queuedAt: iso(NOW), finishedAt: iso(NOW), customers, changed: 12, lack: null }, settings: {}, parameters: [], report, moves: null } : null, customers, open: OPEN, reasoned: Math.round(customers * 0.9),
    products: [{ product: PAPER, category: 'Tools', first: 120, openFirst: OPEN, any: 300, openAny: OPEN, because: POT, becauseCustomers: 77, openBecause: OPEN }, { product: GREEN, category: 'Green tea', first: 80, openFirst: OPEN, any: 210, openAny: OPEN, because: GREEN, becauseCustomers: 40, openBecause: OPEN }, { product: OOLONG, category: null, first: 0, openFirst: OPEN, any: 12, openAny: OPEN, because: null, becauseCustomers: 0, openBecause: null }],
    more: 2, categories: [{ category: 'Tools', customers: 120, open: OPEN }, { category: 'Green tea', customers: 80, open: OPEN }],
  }
})

const never: { products: string[]; categories: string[] } = { products: [], categories: [] }
on('GET', '/models/next/settings', () => never)
on('PUT', '/models/next/settings', ({ body }) => Object.assign(never, body))
