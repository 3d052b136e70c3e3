import { on } from './router.ts'
import { REGIONS, TIERS, TYPES, instantOf, ranked, regionOf, rfm, schemes, stageOf, valueAt } from './understand.ts'
import { CHANNELS, CURRENCY, DAY, NOW, PRODUCTS, allOrders, world } from './world.ts'

const money = (amount: number) => ({ amount: Math.round(amount), currency: CURRENCY })
const settings = { scoring: 'quintile', r: [30, 60, 120, 240], f: [1, 2, 3, 5], m: [10000, 30000, 60000, 120000], weights: { r: 1, f: 1, m: 1 }, types: { mode: 'mean', r: 90, f: 3, m: 50000 }, monetary: 'total' }

on('GET', '/rfm', ({ search }) => {
  const t = instantOf(search.get('asOf'))
  const { scored, cuts, limits, known } = world.loaded ? rfm(t) : { scored: [], cuts: { r: [], f: [], m: [] }, limits: { r: 0, f: 0, m: 0 }, known: 0 }
  const sum = (rows: typeof scored) => ({ customers: rows.length, revenue: rows.reduce((a, s) => a + s.revenue, 0) })
  const grid = [5, 4, 3, 2, 1].flatMap((r) => [1, 2, 3, 4, 5].map((fm) => ({ r, fm, region: regionOf(r, fm), regionLabel: REGIONS[regionOf(r, fm)], ...sum(scored.filter((s) => s.r === r && s.fm === fm)) })))
  return {
    asOf: new Date(t).toISOString(), customers: scored.length, unscored: known - scored.length, currency: CURRENCY, grid,
    types: Object.entries(TYPES).map(([type, label]) => ({ type, label, ...sum(scored.filter((s) => s.type === type)) })),
    regions: Object.entries(REGIONS).map(([region, label]) => ({ region, label, ...sum(scored.filter((s) => s.region === region)) })),
    thresholds: cuts, typeThresholds: { ...limits, mode: settings.types.mode }, settings, excluded: { otherCurrencies: 3 }, version: 'rfm-1', computedAt: new Date(NOW).toISOString(),
  }
})
on('GET', '/rfm/settings', () => settings)
on('PUT', '/rfm/settings', ({ body }) => Object.assign(settings, body))

const rule = (en: string, zh: string) => ({ sentence: { en, zh }, condition: { type: 'all', of: [{ type: 'daysSinceLast', kind: 'order.completed', comparison: 'at-most', days: 90 }, { type: 'count', kind: 'order.completed', comparison: 'at-least', number: 1 }] } })
function stages(scheme: string, t: number) {
  const known = schemes[scheme] ?? schemes.activity
  return (known?.stages ?? []).map(([key, en, zh, ruleEn, ruleZh]) => {
    const members = world.loaded ? world.customers.filter((c) => stageOf(scheme, c, t) === key) : []
    return { key, label: { en, zh }, customers: members.length, revenue: members.reduce((sum, c) => sum + valueAt(c, t).revenue, 0), rule: rule(ruleEn, ruleZh) }
  })
}
on('GET', '/stages', ({ search }) => {
  const scheme = search.get('scheme') || 'activity'
  const t = instantOf(search.get('asOf'))
  const list = stages(scheme, t)
  return { scheme, schemes: Object.entries(schemes).map(([key, { label }]) => ({ key, label })), asOf: new Date(t).toISOString(), currency: CURRENCY, customers: list.reduce((sum, s) => sum + s.customers, 0), stages: list }
})
on('GET', '/stages/migration', ({ search }) => {
  const scheme = search.get('scheme') || 'activity'
  const [from, to] = [search.get('from') ?? '', search.get('to') ?? '']
  const counts = new Map<string, number>()
  for (const c of world.customers) {
    const end = stageOf(scheme, c, instantOf(to || null))
    if (!end) continue
    const key = `${stageOf(scheme, c, instantOf(from || null)) ?? 'none'}>${end}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const list = stages(scheme, NOW)
  return {
    from, to, stages: [{ key: 'none', label: { en: 'Not yet a customer', zh: '尚未成为客户' } }, ...list.map(({ key, label }) => ({ key, label }))],
    links: [...counts].map(([key, customers]) => ({ from: key.split('>')[0], to: key.split('>')[1], customers })), totals: {},
  }
})
on('GET', '/stage-schemes/:key', ({ params }) => ({ key: params[0], label: schemes[params[0] ?? '']?.label, stages: stages(params[0] ?? 'activity', NOW).map(({ key, label, rule: r }) => ({ key, label, rule: r })), told: 'off', version: 1 }))
on('PUT', '/stage-schemes/:key', ({ body }) => body)
on('POST', '/stage-schemes/:key/preview', ({ params }) => ({ stages: stages(params[0] ?? 'activity', NOW).map(({ key, label, customers }) => ({ key, label, customers })) }))

on('GET', '/pareto', ({ search }) => {
  const measure = search.get('measure') || 'revenue'
  const rows = world.loaded ? ranked(measure, instantOf(search.get('asOf'))) : []
  const total = rows.reduce((sum, row) => sum + row.amount, 0) || 1
  let running = 0
  const cumulative = rows.map((row) => (running += row.amount) / total)
  const shareAt = (p: number) => (p <= 0 ? 0 : (cumulative[Math.max(0, Math.round(p * rows.length) - 1)] ?? 0))
  const curve = Array.from({ length: 101 }, (_, i) => ({ customers: i / 100, share: shareAt(i / 100) }))
  const area = curve.slice(1).reduce((sum, point, i) => sum + ((point.share + (curve[i]?.share ?? 0)) / 2) * 0.01, 0)
  return {
    customers: rows.length, curve, gini: 2 * area - 1, measure, currency: CURRENCY,
    top: [1, 5, 10, 20, 30, 50].map((percent) => ({ percent, customers: Math.round((percent / 100) * rows.length), share: shareAt(percent / 100), amount: Math.round(shareAt(percent / 100) * total), open: `in=pareto.top:${measure}-${percent}` })),
    customersFor80: cumulative.findIndex((share) => share >= 0.8) + 1,
    pyramid: TIERS.map(([tier, en, zh, low, high]) => ({ tier: Number(tier), label: { en, zh }, open: `in=pareto.tier:${measure}-${tier}`, percent: (high - low) * 100, customers: Math.round(high * rows.length) - Math.round(low * rows.length), amount: Math.round((shareAt(high) - shareAt(low)) * total), share: shareAt(high) - shareAt(low) })),
  }
})

on('GET', '/overview', ({ search }) => {
  if (!world.loaded) return { asOf: new Date(NOW).toISOString(), customers: { value: 0, previous: 0, open: '' }, newCustomers: { value: 0, previous: 0 }, activeCustomers: { value: 0, previous: 0 }, revenue: { value: money(0), previous: money(0) }, orders: { value: 0, previous: 0 }, averageOrder: { value: money(0), previous: money(0) }, refunds: { value: money(0), previous: money(0) }, profit: null, anonymous: { orders: 0, revenue: money(0) }, revenueByMonth: [], stages: [], changes: [], topProducts: [], channels: [], freshness: { lagMillis: 0, lastFactAt: null, facts: 0 }, needsYou: [] }
  const t = instantOf(search.get('asOf'))
  const known = (at: number) => world.customers.filter((c) => c.first <= at)
  const window = (end: number) => {
    const orders = allOrders().filter((o) => o.at <= end && o.at > end - 30 * DAY)
    const revenue = orders.reduce((sum, o) => sum + o.total - o.refunded, 0)
    return { orders: orders.length, revenue, refunds: orders.reduce((sum, o) => sum + o.refunded, 0), profit: revenue - orders.reduce((sum, o) => sum + o.cost, 0), fresh: known(end).filter((c) => c.first > end - 30 * DAY).length, active: world.customers.filter((c) => c.facts.some((f) => f.at <= end && f.at > end - 30 * DAY)).length }
  }
  const [now, before] = [window(t), window(t - 30 * DAY)]
  const months = new Map<string, { revenue: number; orders: number; refunds: number }>()
  for (const o of allOrders().filter((each) => each.at <= t && each.at > t - 365 * DAY)) {
    const key = new Date(o.at).toISOString().slice(0, 7)
    const month = months.get(key) ?? { revenue: 0, orders: 0, refunds: 0 }
    months.set(key, { revenue: month.revenue + o.total - o.refunded, orders: month.orders + 1, refunds: month.refunds + o.refunded })
  }
  const asOf = search.get('asOf')
  const open = (selection: string) => `in=${selection}${asOf ? `&asOf=${asOf}` : ''}`
  const pair = (value: number, previous: number, link?: string) => ({ value, previous, open: link })
  const cash = (value: number, previous: number) => ({ value: money(value), previous: money(previous) })
  const list = stages('activity', t).map((s) => ({ ...s, revenue: s.revenue, open: open(`stage.activity:${s.key}`) }))
  return {
    asOf: new Date(t).toISOString(), customers: pair(known(t).length, known(t - 30 * DAY).length, asOf ? `asOf=${asOf}` : 'sort=-recent'), newCustomers: pair(now.fresh, before.fresh, open('overview.customers:new')), activeCustomers: pair(now.active, before.active, open('overview.customers:active')),
    revenue: cash(now.revenue, before.revenue), orders: pair(now.orders, before.orders), averageOrder: cash(now.revenue / (now.orders || 1), before.revenue / (before.orders || 1)), refunds: cash(now.refunds, before.refunds), profit: cash(now.profit, before.profit),
    anonymous: { orders: world.anonymous.length, revenue: money(world.anonymous.reduce((s, o) => s + o.total, 0)) },
    revenueByMonth: [...months].sort(([a], [b]) => a.localeCompare(b)).map(([month, m]) => ({ month, ...m })), stages: list,
    changes: [
      { key: 'woke', label: { en: 'Dormant customers who bought again', zh: '沉睡后再次购买的客户' }, value: 17, previous: 11, open: open('stage.activity:active') }, { key: 'fell', label: { en: 'Active customers who fell dormant', zh: '由活跃转为沉睡的客户' }, value: 43, previous: 38, open: open('stage.activity:dormant') },
      { key: 'first', label: { en: 'First orders', zh: '首次下单的客户' }, value: now.fresh, previous: before.fresh, open: open('stage.activity:new') }, { key: 'lost', label: { en: 'Newly lost customers', zh: '新流失的客户' }, value: 22, previous: 29, open: open('stage.activity:lost') },
    ],
    topProducts: [...PRODUCTS].sort((a, b) => b.revenue - a.revenue).slice(0, 6).map((p) => ({ sku: p.sku, name: p.name, quantity: p.sold, revenue: p.revenue })),
    channels: CHANNELS.map((channel) => { const os = allOrders().filter((o) => o.channel === channel && o.at <= t); return { channel, orders: os.length, revenue: os.reduce((s, o) => s + o.total - o.refunded, 0) } }),
    currency: CURRENCY, freshness: { lagMillis: 240, lastFactAt: new Date(NOW).toISOString(), facts: world.customers.reduce((s, c) => s + c.facts.length, 0) },
    needsYou: [{ key: 'inbox', count: 14, open: '/know/inbox' }, { key: 'imports', count: 1, open: '/know/imports' }, { key: 'attributes', count: 1, open: '/settings/attributes' }],
  }
})
