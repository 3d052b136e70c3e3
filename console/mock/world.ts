import { Random } from './random.ts'

export const NOW = Date.parse('2026-11-20T08:30:00Z')
export const DAY = 86_400_000
export const CURRENCY = 'CNY'

export interface Line { sku: string; name: string; category: string; quantity: number; unitPriceMicros: number; amountMicros: number; unitCostMicros: number }
export interface Order { number: string; customer: string | null; at: number; total: number; refunded: number; cost: number; channel: string; store: string | null; lines: Line[]; status: string; refundAt: number | null }
export interface Fact { id: string; kind: string; group: string; at: number; subject: string | null; amount: number | null; attributes: Record<string, unknown>; source: string }
export interface Customer {
  id: string; name: string; phone: string; email: string | null; city: string; gender: string; birthday: string; first: number
  tags: { id: string; category: string; value: string; schedule: { days: string[]; text: string } | null; source: string; setBy: string; setAt: string }[]
  contacts: { id: string; name: string; relation: string; buyingRole: string; customer: string | null; note: string }[]
  orders: Order[]; facts: Fact[]; erased?: boolean
}

const SURNAMES = '王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗'.split('')
const GIVEN = '静敏丽强磊军洋艳勇杰娟涛明超霞平刚桂英雨桐子涵梓萱若曦思远浩然佳怡晨曦'.split('')
const FIRST = ['Emma', 'Oliver', 'Sophie', 'James', 'Chloe', 'Lucas', 'Mia', 'Daniel', 'Grace', 'Hugo']
const LAST = ['Walker', 'Chen', 'Martin', 'Clarke', 'Lee', 'Novak', 'Bennett', 'Tan']
const CITIES = ['上海', '杭州', '成都', '深圳', '北京', '苏州', '广州', '武汉']
export const CHANNELS = ['wechat', 'e-shop', 'store', 'tmall']
export const STORES = ['静安店', '西湖店', '太古里店', '南山店']

export const PRODUCTS = ([
  ['T-001', '明前龙井 Longjing 100g', '茶 Tea', 26800, 11200], ['T-002', '武夷岩茶 Wuyi Oolong 75g', '茶 Tea', 19800, 8100], ['T-003', '白毫银针 Silver Needle 50g', '茶 Tea', 32800, 15400],
  ['T-004', '桂花乌龙茶包 Osmanthus Oolong', '茶 Tea', 6900, 2400], ['T-005', '陈皮普洱 Tangerine Pu-erh', '茶 Tea', 12800, 4900], ['T-006', '茉莉花茶 Jasmine Green', '茶 Tea', 5800, 1900],
  ['B-101', '绿茶精华液 Green Tea Serum 30ml', '护肤 Skin care', 29900, 7800], ['B-102', '白茶面霜 White Tea Cream', '护肤 Skin care', 24900, 6900], ['B-103', '乌龙洁面 Oolong Cleanser', '护肤 Skin care', 12900, 3100],
  ['B-104', '茶籽护手霜 Tea Seed Hand Cream', '护肤 Skin care', 4900, 1200], ['B-105', '红茶唇膏 Black Tea Lip Balm', '彩妆 Make-up', 7900, 1800], ['G-201', '青瓷盖碗 Celadon Gaiwan', '器具 Ware', 18800, 7600],
  ['G-202', '旅行茶具 Travel Set', '器具 Ware', 23800, 9900], ['G-203', '节日礼盒 Festival Gift Box', '礼盒 Gift', 58800, 26000],
] as const).map(([sku, name, category, price, cost]) => ({ sku, name, category, price, cost: cost as number | null, brand: '泉野 Millbrook', sold: 0, revenue: 0 }))

const r = new Random(20261120)
const hex = (n: number) => Array.from({ length: n }, () => '0123456789abcdef'[r.whole(0, 15)]).join('')
export const uuid = () => `019${hex(5)}-${hex(4)}-7${hex(3)}-a${hex(3)}-${hex(12)}`

let orderNumber = 100_100
function order(customer: string | null, at: number): Order {
  const count = r.chance(0.55) ? 1 : r.whole(2, 4)
  const lines = Array.from({ length: count }, (): Line => {
    const p = r.pick(PRODUCTS)
    const quantity = r.chance(0.75) ? 1 : r.whole(2, 3)
    p.sold += quantity
    p.revenue += p.price * quantity
    return { sku: p.sku, name: p.name, category: p.category, quantity, unitPriceMicros: p.price * 10_000, amountMicros: p.price * quantity * 10_000, unitCostMicros: (p.cost ?? 0) * 10_000 }
  })
  const total = lines.reduce((sum, line) => sum + line.amountMicros / 10_000, 0)
  const cost = lines.reduce((sum, line) => sum + (line.unitCostMicros * line.quantity) / 10_000, 0)
  const refunded = r.chance(0.06) ? (r.chance(0.5) ? total : Math.round(total / 3)) : 0
  const channel = r.pick(CHANNELS)
  return {
    number: `MR${orderNumber++}`, customer, at, total, refunded, cost, channel, store: channel === 'store' ? r.pick(STORES) : null, lines,
    status: refunded === total ? 'refunded' : refunded > 0 ? 'partly-refunded' : 'completed', refundAt: refunded ? Math.min(NOW, at + r.whole(2, 14) * DAY) : null,
  }
}

function factsOf(orders: Order[], first: number, last: number): Fact[] {
  const facts: Fact[] = []
  const add = (kind: string, group: string, at: number, subject: string | null, amount: number | null, attributes: Record<string, unknown>, source = 'segment') =>
    facts.push({ id: uuid(), kind, group, at, subject, amount, attributes, source })
  add('customer.known', 'profile', first, null, null, { via: 'identify' })
  for (const o of orders) {
    add('page.viewed', 'visits', o.at - r.whole(5, 90) * 60_000, null, null, { path: `/products/${o.lines[0]?.sku}`, title: o.lines[0]?.name })
    add('order.completed', 'orders', o.at, o.number, o.total, { channel: o.channel, store: o.store, lines: o.lines.length }, o.channel)
    if (o.refundAt) add('order.refunded', 'orders', o.refundAt, o.number, -o.refunded, { reason: r.pick(['damaged', 'changed mind']) }, o.channel)
    if (r.chance(0.2)) add('service.contact', 'service', o.at + 3 * DAY, o.number, null, { type: r.pick(['consultation', 'delivery', 'after-sales', 'complaint']), channel: 'wechat', satisfaction: r.whole(2, 5), staff: r.pick(['小林', 'Amy']) })
    if (r.chance(0.5)) {
      const sent = o.at - r.whole(1, 6) * DAY
      add('campaign.sent', 'campaigns', sent, 'autumn-2026', null, { channel: 'wechat', variant: 'A' })
      if (r.chance(0.6)) add('campaign.responded', 'campaigns', sent + 7_200_000, 'autumn-2026', null, { channel: 'wechat', response: 'opened' })
    }
  }
  for (let i = r.whole(0, 4); i > 0; i--) add('page.viewed', 'visits', first + r.next() * (last - first + 20 * DAY), null, null, { path: '/', title: '首页 Home' })
  return facts.filter((f) => f.at <= NOW).sort((a, b) => b.at - a.at)
}

function customer(): Customer {
  const id = uuid()
  const chinese = r.chance(0.78)
  const name = chinese ? r.pick(SURNAMES) + r.pick(GIVEN) + (r.chance(0.6) ? r.pick(GIVEN) : '') : `${r.pick(FIRST)} ${r.pick(LAST)}`
  const first = NOW - r.whole(2, 720) * DAY - r.whole(0, 80_000_000)
  const count = r.chance(0.12) ? 0 : Math.min(40, 1 + Math.floor(r.tail(2.6)))
  const span = (NOW - first) * (r.chance(0.55) ? 1 : r.next())
  const orders = Array.from({ length: count }, (_, i) => order(id, i === 0 ? first + 3_600_000 : first + r.next() * span)).sort((a, b) => b.at - a.at)
  const setAt = new Date(first + 5 * DAY).toISOString()
  const tags = []
  if (r.chance(0.3)) tags.push({ id: uuid(), category: '兴趣 Interest', value: r.pick(['钓鱼 Fishing', '露营 Camping', '茶道 Tea ceremony', '瑜伽 Yoga']), schedule: r.chance(0.5) ? { days: ['TUE', 'THU', 'SAT'], text: '' } : null, source: r.pick(['chat', 'moments']), setBy: '小林', setAt })
  if (r.chance(0.25)) tags.push({ id: uuid(), category: '肤质 Skin', value: r.pick(['敏感 Sensitive', '干性 Dry', '油性 Oily']), schedule: null, source: 'orders', setBy: 'Amy', setAt })
  return {
    id, name, phone: `138${String(r.whole(10_000_000, 99_999_999))}`, email: r.chance(0.6) ? `${hex(6)}@example.com` : null, city: r.pick(CITIES), gender: r.pick(['female', 'male']),
    birthday: `19${r.whole(70, 99)}-0${r.whole(1, 9)}-1${r.whole(0, 9)}`, first, tags, orders, facts: factsOf(orders, first, orders[0]?.at ?? first),
    contacts: r.chance(0.15) ? [{ id: uuid(), name: r.pick(['外婆', '丈夫', 'Tom']), relation: r.pick(['family', 'colleague']), buyingRole: r.pick(['initiator', 'decider', 'user']), customer: null, note: '' }] : [],
  }
}

export const world = {
  customers: Array.from({ length: 900 }, customer),
  anonymous: Array.from({ length: 160 }, () => order(null, NOW - r.whole(0, 700) * DAY)),
  loaded: true,
}
export const allOrders = () => [...world.customers.flatMap((c) => c.orders), ...world.anonymous].sort((a, b) => b.at - a.at)
export const rng = r
