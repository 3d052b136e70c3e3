import { DAY, NOW, world, type Customer } from './world.ts'

export interface Scored { customer: Customer; r: number; f: number; m: number; fm: number; days: number; orders: number; revenue: number; profit: number; type: string; region: string; last: number }

export const TYPES: Record<string, { en: string; zh: string }> = {
  'important-value': { en: 'Important value', zh: '重要价值' }, 'important-develop': { en: 'Important to develop', zh: '重要发展' },
  'important-keep': { en: 'Important to keep', zh: '重要保持' }, 'important-win-back': { en: 'Important to win back', zh: '重要挽留' },
  'general-value': { en: 'General value', zh: '一般价值' }, 'general-develop': { en: 'General to develop', zh: '一般发展' },
  'general-keep': { en: 'General to keep', zh: '一般保持' }, 'general-win-back': { en: 'General to win back', zh: '一般挽留' },
}
export const REGIONS: Record<string, { en: string; zh: string }> = {
  champions: { en: 'Champions', zh: '冠军客户' }, loyal: { en: 'Loyal', zh: '忠诚客户' }, 'potential-loyalists': { en: 'Potential loyalists', zh: '潜在忠诚' },
  new: { en: 'New', zh: '新客户' }, promising: { en: 'Promising', zh: '有希望' }, 'need-attention': { en: 'Need attention', zh: '需要关注' },
  'about-to-sleep': { en: 'About to sleep', zh: '即将沉睡' }, 'at-risk': { en: 'At risk', zh: '有流失风险' }, 'cannot-lose': { en: 'Cannot lose them', zh: '不能失去' },
  hibernating: { en: 'Hibernating', zh: '休眠' },
}

export function regionOf(r: number, fm: number): string {
  if (r >= 4) return fm >= 4 ? (r === 5 || fm === 5 ? 'champions' : 'loyal') : fm >= 2 ? 'potential-loyalists' : r === 5 ? 'new' : 'promising'
  if (r === 3) return fm >= 4 ? 'loyal' : fm === 3 ? 'need-attention' : 'about-to-sleep'
  return fm === 5 ? 'cannot-lose' : fm >= 3 ? 'at-risk' : 'hibernating'
}

export function instantOf(asOf: string | null): number {
  if (!asOf) return NOW
  return asOf.length === 10 ? Date.parse(`${asOf}T00:00:00+08:00`) : Date.parse(asOf)
}

export function valueAt(c: Customer, t: number) {
  const orders = c.orders.filter((o) => o.at <= t)
  const refunded = (o: (typeof orders)[number]) => (o.refundAt && o.refundAt <= t ? o.refunded : 0)
  return {
    orders: orders.length, revenue: orders.reduce((sum, o) => sum + o.total - refunded(o), 0), last: orders[0]?.at ?? 0,
    profit: orders.reduce((sum, o) => sum + o.total - refunded(o) - o.cost, 0),
  }
}

const quintiles = (values: number[]) => {
  const sorted = [...values].sort((a, b) => a - b)
  return [0.2, 0.4, 0.6, 0.8].map((q) => sorted[Math.floor(q * sorted.length)] ?? 0)
}
const score = (value: number, cuts: number[]) => 1 + cuts.filter((cut) => value > cut).length

export function rfm(t: number) {
  const buyers = world.customers.filter((c) => c.first <= t).map((c) => ({ customer: c, ...valueAt(c, t) })).filter((v) => v.orders > 0)
  const days = (last: number) => Math.floor((t - last) / DAY)
  const cuts = { r: quintiles(buyers.map((b) => days(b.last))), f: quintiles(buyers.map((b) => b.orders)), m: quintiles(buyers.map((b) => b.revenue)) }
  const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / (values.length || 1)
  const limits = { r: mean(buyers.map((b) => days(b.last))), f: mean(buyers.map((b) => b.orders)), m: mean(buyers.map((b) => b.revenue)) }
  const scored = buyers.map((b): Scored => {
    const r = 6 - score(days(b.last), cuts.r)
    const f = score(b.orders, cuts.f)
    const m = score(b.revenue, cuts.m)
    const fm = Math.round((f + m) / 2)
    const high = { r: days(b.last) <= limits.r, f: b.orders > limits.f, m: b.revenue > limits.m }
    const type = `${high.m ? 'important' : 'general'}-${high.r ? (high.f ? 'value' : 'develop') : high.f ? 'keep' : 'win-back'}`
    return { ...b, r, f, m, fm, days: days(b.last), type, region: regionOf(r, fm) }
  })
  return { scored, cuts, limits, known: world.customers.filter((c) => c.first <= t).length }
}

const SCHEMES: Record<string, { label: { en: string; zh: string }; stages: [string, string, string, string, string][] }> = {
  activity: {
    label: { en: 'Potential · new · active · dormant · lost', zh: '潜在 · 新 · 活跃 · 沉睡 · 流失' },
    stages: [
      ['potential', 'Potential', '潜在客户', 'Has never bought', '从未购买'], ['new', 'New', '新客户', 'First bought within the last 30 days', '最近 30 天内首次购买'],
      ['active', 'Active', '活跃客户', 'Bought within the last 90 days', '最近 90 天内购买过'], ['dormant', 'Dormant', '沉睡客户', 'Last bought 91 to 270 days ago', '上次购买在 91 至 270 天前'],
      ['lost', 'Lost', '流失客户', 'Has not bought for more than 270 days', '超过 270 天未购买'],
    ],
  },
  relationship: {
    label: { en: 'Exploration · growth · maturity · decline', zh: '探索 · 成长 · 成熟 · 衰退' },
    stages: [
      ['exploration', 'Exploration', '探索期', 'Has at most one order', '最多一笔订单'], ['growth', 'Growth', '成长期', '2 or 3 orders, the last within 180 days', '2–3 笔订单，最近一笔在 180 天内'],
      ['maturity', 'Maturity', '成熟期', '4 or more orders, the last within 180 days', '4 笔及以上，最近一笔在 180 天内'], ['decline', 'Decline', '衰退期', 'No order for more than 180 days', '超过 180 天没有订单'],
    ],
  },
  operation: {
    label: { en: 'Acquisition · growth · maturity · maintenance · lost', zh: '获取 · 成长 · 成熟 · 维系 · 流失' },
    stages: [
      ['acquisition', 'Acquisition', '获取期', 'No order yet', '尚无订单'], ['growth', 'Growth', '成长期', '1 or 2 orders within 120 days', '120 天内 1–2 笔订单'], ['maturity', 'Maturity', '成熟期', '3 or more orders, the last within 120 days', '3 笔及以上，最近一笔在 120 天内'],
      ['maintenance', 'Maintenance', '维系期', 'Last order 121 to 300 days ago', '上次订单在 121–300 天前'], ['lost', 'Lost', '流失期', 'No order for more than 300 days', '超过 300 天没有订单'],
    ],
  },
}
export const schemes = SCHEMES

export function stageOf(scheme: string, c: Customer, t: number): string | null {
  if (c.first > t) return null
  const v = valueAt(c, t)
  const idle = (t - v.last) / DAY
  const begun = c.orders.length ? (t - (c.orders[c.orders.length - 1]?.at ?? 0)) / DAY : 0
  if (scheme === 'relationship') return v.orders <= 1 && idle <= 180 ? 'exploration' : v.orders === 0 ? 'exploration' : idle > 180 ? 'decline' : v.orders >= 4 ? 'maturity' : 'growth'
  if (scheme === 'operation') return v.orders === 0 ? 'acquisition' : idle > 300 ? 'lost' : idle > 120 ? 'maintenance' : v.orders >= 3 ? 'maturity' : 'growth'
  return v.orders === 0 ? 'potential' : idle > 270 ? 'lost' : idle > 90 ? 'dormant' : begun <= 30 ? 'new' : 'active'
}

export function ranked(measure: string, t: number) {
  return world.customers.filter((c) => c.first <= t).map((c) => ({ customer: c, amount: measure === 'profit' ? valueAt(c, t).profit : valueAt(c, t).revenue }))
    .filter((row) => row.amount > 0).sort((a, b) => b.amount - a.amount)
}

export const TIERS: [string, string, string, number, number][] = [['1', 'Top 1%', '顶端 1%', 0, 0.01], ['2', 'Next 4%', '其次 4%', 0.01, 0.05], ['3', 'Next 15%', '再次 15%', 0.05, 0.2], ['4', 'Last 80%', '末端 80%', 0.2, 1]]

/** Selections that other parts of the mock bring. */
export const selectors = new Map<string, (value: string, t: number) => Set<string>>()

/** The ids that a selection of the address names. */
export function select(selection: string, asOf: string | null): Set<string> {
  const at = selection.indexOf(':')
  const [name, value] = at < 0 ? [selection, ''] : [selection.slice(0, at), selection.slice(at + 1)]
  const t = instantOf(asOf)
  const own = selectors.get(name)
  if (own) return own(value, t)
  const ids = (rows: { customer: Customer }[]) => new Set(rows.map((row) => row.customer.id))
  if (name.startsWith('rfm.')) {
    return ids(rfm(t).scored.filter((s) => (name === 'rfm.cell' ? `${s.r}-${s.fm}` === value : name === 'rfm.type' ? s.type === value : name === 'rfm.region' ? s.region === value : true)))
  }
  const parts = name.split('.')
  if (parts[0] === 'stage') {
    const scheme = parts[1] ?? 'activity'
    if (parts[2] === 'moved') {
      const [, from, to, start, end] = /^(.+)>(.+)@(.+)\.\.(.+)$/.exec(value) ?? []
      return new Set(world.customers.filter((c) => (stageOf(scheme, c, instantOf(start ?? null)) ?? 'none') === from && stageOf(scheme, c, instantOf(end ?? null)) === to).map((c) => c.id))
    }
    return new Set(world.customers.filter((c) => stageOf(scheme, c, t) === value).map((c) => c.id))
  }
  if (name === 'pareto.top' || name === 'pareto.tier') {
    const [measure = 'revenue', key = ''] = [value.slice(0, value.indexOf('-')), value.slice(value.indexOf('-') + 1)]
    const rows = ranked(measure, t)
    const tier = TIERS.find(([k]) => k === key)
    const [low, high] = name === 'pareto.top' ? [0, Number(key) / 100] : [tier?.[3] ?? 0, tier?.[4] ?? 1]
    return ids(rows.slice(Math.round(low * rows.length), Math.round(high * rows.length)))
  }
  if (name === 'rfm.all' && value === 'unscored') return new Set()
  if (name === 'overview.customers' && value === 'new') return new Set(world.customers.filter((c) => c.first <= t && c.first > t - 30 * DAY).map((c) => c.id))
  if (name === 'overview.customers' && value === 'active') return new Set(world.customers.filter((c) => c.facts.some((f) => f.at <= t && f.at > t - 30 * DAY)).map((c) => c.id))
  return new Set(world.customers.map((c) => c.id))
}
