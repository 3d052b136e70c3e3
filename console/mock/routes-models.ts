import { Refused, on } from './router.ts'
import { startJob } from './routes-access.ts'
import { instantOf, rfm, selectors, valueAt } from './understand.ts'
import { CURRENCY, DAY, NOW, uuid, world } from './world.ts'

interface MockRun { id: string; model: string; version: number; undoes: string | null; undone: boolean; asOf: string; state: string; by: string; job: string | null; queuedAt: string; finishedAt: string | null; customers: number | null; changed: number | null; lack: { what: string; has: number; needs: number } | null }
const iso = (t: number) => new Date(t).toISOString()
const word = (key: string, en: string, zh: string) => ({ key, label: { en, zh } })
const figure = (key: string, type: string, decimals: number, en: string, zh: string, values: ReturnType<typeof word>[] = []) => ({ ...word(key, en, zh), type, decimals, values })
const REASONS = [word('recency', 'days since the last purchase', '距上次购买的天数'), word('overdue', "overdue by the customer's own rhythm", '超出自身购买节奏'), word('recent', 'purchases lately', '近期购买次数')]
const MODELS = [
  { model: 'rfm', label: { en: 'RFM', zh: 'RFM' }, figures: [figure('type', 'text', 0, 'Type (of eight)', '客户类型（八类）', [word('important-value', 'Important: value', '重要价值客户')]), figure('total', 'number', 0, 'Weighted total', '加权总分')] },
  { model: 'clv', label: { en: 'Lifetime value', zh: '客户终身价值' }, figures: [figure('pAlive', 'share', 3, 'Likely still a customer', '仍是客户的概率'), figure('expectedOrders', 'number', 2, 'Expected orders', '预期订单数'), figure('clv', 'money', 0, 'Lifetime value', '客户终身价值'), figure('percentile', 'number', 0, 'Percentile of value', '价值百分位')] },
  { model: 'churn', label: { en: 'Churn', zh: '客户流失' }, figures: [figure('risk', 'share', 3, 'Risk of leaving', '流失风险'), figure('overdue', 'number', 2, 'Overdue by own rhythm (times)', '超出自身节奏（倍）'), figure('band', 'text', 0, 'Risk band', '风险等级', [word('high', 'High', '高')]), figure('reason', 'text', 0, 'First reason', '首要原因', REASONS)] },
  { model: 'clusters', label: { en: 'Clusters', zh: '客户聚类' }, figures: [figure('cluster', 'text', 0, 'Cluster', '聚类', [word('c1', 'Cluster 1: Seen lately', '聚类1：最近来过')]), figure('clarity', 'share', 2, 'How clearly it belongs', '归属清晰度')] },
]
const run = (model: string, days: number, more: Partial<MockRun> = {}): MockRun => ({ id: uuid(), model, version: 1, undoes: null, undone: false, asOf: iso(NOW - days * DAY), state: 'done', by: days > 5 ? 'schedule' : 'Lin Mei', job: null, queuedAt: iso(NOW - days * DAY), finishedAt: iso(NOW - days * DAY + 4000), customers: world.customers.length, changed: 118, lack: null, ...more })
const runs: MockRun[] = [run('rfm', 1), run('rfm', 8), run('clv', 1), run('churn', 2, { state: 'lacking', customers: null, changed: null, lack: { what: 'repeat-purchases', has: 12, needs: 100 } }), run('churn', 9), run('clusters', 1)]
const schedules: Record<string, unknown> = { rfm: { every: 'week', weekday: 'MONDAY', at: '03:00:00', due: iso(NOW + 3 * DAY) } }
const settings = { horizonWeeks: 39, discountYearly: 0.1, margin: null, churnDays: null, clusterCount: null as number | null, clusterFeatures: null as string[] | null, covariates: null as string[] | null }
const of = (model: string) => runs.filter((one) => one.model === model)

interface Scored { id: string; name: string | null; alive: number; orders: number; clv: number; historic: number; risk: number; days: number }
function scored(asOf: string | null): Scored[] {
  const t = instantOf(asOf)
  return world.loaded ? rfm(t).scored.map((s) => {
    const alive = Math.round(Math.exp(-s.days / 240) * 1000) / 1000
    return { id: s.customer.id, name: s.customer.name, alive, orders: Math.round(alive * s.orders * 20) / 100, clv: Math.round(alive * s.revenue * 0.4), historic: s.revenue, risk: Math.round((1 - alive) * 1000) / 1000, days: s.days }
  }) : []
}
const within = (key: keyof Scored, from: number, below: number | null) => (row: Scored) => Number(row[key]) >= from && (below === null || Number(row[key]) < below)
selectors.set('mock.score', (value, t) => {
  const [key = 'clv', from = '0', below = ''] = value.split('~')
  return new Set(scored(iso(t)).filter(within(key as keyof Scored, Number(from), below ? Number(below) : null)).map((row) => row.id))
})
const bins = (key: keyof Scored, edges: number[], rows: Scored[]) => edges.map((from, i) => {
  const below = edges[i + 1] ?? null
  const inside = rows.filter(within(key, from, below))
  return { from, below, customers: inside.length, sum: inside.reduce((a, row) => a + Number(row[key]), 0), open: `in=mock.score:${key}~${from}~${below ?? ''}` }
})
const TENTHS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]

on('GET', '/models', () => ({ items: MODELS.map((card) => ({ ...card, version: 1, last: of(card.model).find((one) => one.state === 'done') ?? null, latest: of(card.model)[0] ?? null, running: null, schedule: schedules[card.model] ?? null })) }))
on('GET', '/models/settings', () => settings)
on('PUT', '/models/settings', ({ body }) => Object.assign(settings, body))
on('POST', '/models/:model/runs', ({ params, search }) => {
  const job = startJob('models.run', 400, 2500)
  const made = run(params[0] ?? '', 0, { asOf: iso(instantOf(search.get('asOf'))), job: job.id, by: 'Lin Mei', changed: 21 })
  runs.unshift(made)
  return { status: 202, body: { run: made.id, job: job.id } }
})
on('GET', '/models/:model/runs', ({ params }) => ({ items: of(params[0] ?? '') }))
on('GET', '/models/runs/:id', ({ params }) => {
  const one = runs.find((each) => each.id === params[0])
  if (!one) throw new Refused(404, 'models.no-such-run', 'There is no such run')
  return { run: one, settings, parameters: [], report: null, moves: { before: 400, now: 402, came: 2, gone: 0, changed: 118, figures: [{ figure: 'type', changed: 31, meanBefore: null, meanNow: null, meanChange: null, ways: [{ from: 'important-value', to: 'important-keep', customers: 9 }] }, { figure: 'total', changed: 90, meanBefore: 8.2, meanNow: 8.4, meanChange: 0.6, ways: [] }] } }
})
on('POST', '/models/runs/:id/undo', ({ params }) => {
  const one = runs.find((each) => each.id === params[0])
  if (one) one.undone = true
  return { status: 202, body: { run: uuid(), job: startJob('models.run', 400, 1500).id } }
})
on('PUT', '/models/:model/schedule', ({ params, body }) => (schedules[params[0] ?? ''] = { ...body, due: iso(NOW + DAY) }))
on('DELETE', '/models/:model/schedule', ({ params }) => { delete schedules[params[0] ?? '']; return {} })
on('GET', '/models/clv/page', ({ search }) => {
  const rows = scored(search.get('asOf')).sort((a, b) => b.clv - a.clv)
  const total = rows.reduce((a, row) => a + row.clv, 0)
  const curve = total > 0 ? Array.from({ length: 101 }, (_, i) => ({ customers: i / 100, value: rows.slice(0, Math.floor((rows.length * i) / 100)).reduce((a, row) => a + row.clv, 0) / total })) : []
  return {
    asOf: iso(instantOf(search.get('asOf'))), run: rows.length > 0 ? { run: of('clv')[0], settings, parameters: [{ name: 'r', value: 0.6866, standardError: 0.0213 }], report: null, moves: null } : null, currency: CURRENCY, customers: rows.length, open: 'in=mock.score:clv~0~', total, curve, gini: 0.61,
    values: bins('clv', [0, 5_000, 10_000, 20_000, 50_000, 100_000], rows), alive: bins('alive', TENTHS, rows),
    map: [0, 0.2, 0.4, 0.6, 0.8].flatMap((alive) => [0, 50_000, 150_000].map((worth, i, all) => {
      const inside = rows.filter((row) => within('alive', alive, alive < 0.8 ? alive + 0.2 : null)(row) && within('historic', worth, all[i + 1] ?? null)(row))
      return { aliveFrom: alive, aliveBelow: alive < 0.8 ? alive + 0.2 : null, worthFrom: worth, worthBelow: all[i + 1] ?? null, customers: inside.length, value: inside.reduce((a, row) => a + row.clv, 0), open: 'in=mock.score:clv~0~' }
    })),
    expected: [1, 2, 3].flatMap((purchases) => [0, 4, 13].map((weeks, i, all) => ({ purchases, purchasesTo: purchases < 3 ? purchases : null, weeks, weeksBelow: all[i + 1] ?? null, customers: 10 * purchases, orders: purchases / (1 + i), open: 'in=mock.score:clv~0~' }))),
    dimensions: [
      { dimension: 'duration', known: rows.length, mean: 21.4, open: 'in=mock.score:clv~0~', steps: bins('alive', [0, 0.2, 0.4, 0.6, 0.8], rows).map((bin) => ({ ...bin, from: bin.from * 39, below: bin.below === null ? null : bin.below * 39, value: bin.customers * 4_000 })) },
      { dimension: 'share', known: 0, mean: null, open: 'in=mock.score:clv~0~', steps: [] },
      { dimension: 'breadth', known: rows.length, mean: 2.1, open: 'in=mock.score:clv~0~', steps: [1, 2, 3, 4, 5].map((from) => ({ from, below: from < 5 ? from + 1 : null, customers: 60 - from * 10, value: 90_000, open: 'in=mock.score:clv~0~' })) },
    ],
    covariates: [{ covariate: 'order.channel', label: { en: 'Channel of the first order', zh: '首单渠道' } }],
  }
})
on('GET', '/models/churn/page', ({ search }) => {
  const rows = scored(search.get('asOf'))
  const band = (name: string, from: number, below: number | null) => ({ word: name, customers: rows.filter(within('risk', from, below)).length, open: `in=mock.score:risk~${from}~${below ?? ''}` })
  const worth = rows.filter((row) => row.risk >= 0.5).sort((a, b) => b.risk * b.clv - a.risk * a.clv).slice(0, Math.ceil(rows.length / 8))
  return {
    page: {
      asOf: iso(instantOf(search.get('asOf'))), run: null, currency: CURRENCY, customers: rows.length, open: 'in=mock.score:risk~0~', risks: bins('risk', TENTHS, rows), bands: [band('high', 0.8, null), band('elevated', 0.5, 0.8), band('low', 0, 0.5)],
      reasons: [{ word: 'recency', customers: 41, open: 'in=mock.score:risk~0.5~' }, { word: 'overdue', customers: 12, open: 'in=mock.score:risk~0.5~' }], valueKnown: true, worthwhile: worth.length, openWorthwhile: 'in=mock.score:risk~0.5~',
      actions: worth.slice(0, 30).map((row) => ({ customer: row.id.replace(/^cus_/, ''), risk: row.risk, overdue: row.days / 40, reason: 'recency', reason2: 'overdue', value: row.clv, stake: Math.round(row.risk * row.clv) })),
    },
    customers: worth.slice(0, 30).map((row) => ({ customer: row.id, name: row.name, identities: [], erased: false })),
  }
})
on('GET', '/customers/:id/scores', ({ params, search }) => {
  const row = scored(search.get('asOf')).find((each) => each.id === params[0])
  const customer = world.customers.find((each) => each.id === params[0])
  if (!row || !customer || valueAt(customer, NOW).orders === 0) return { items: [] }
  const reading = (key: string, number: number | null, text: string | null = null) => ({ figure: key, number, text })
  const at = (scale: number, days: number) => ({ asOf: iso(NOW - days * DAY), run: null, figures: [reading('pAlive', row.alive), reading('expectedOrders', row.orders), reading('clv', Math.round(row.clv * scale)), reading('percentile', 92)] })
  return { items: [
    { ...MODELS[1], points: [at(1, 1), at(0.9, 8), at(1.1, 15)] },
    { ...MODELS[2], points: [{ asOf: iso(NOW - DAY), run: null, figures: [reading('risk', row.risk), reading('overdue', row.days / 40), reading('band', null, 'high'), reading('reason', null, 'recency')] }] },
  ] }
})
on('GET', '/baskets', ({ search }) => {
  const item = (key: string, name: string) => ({ key, name })
  const rule = (left: string, right: string, lift: number) => ({ left: [item(left, left)], right: item(right, right), baskets: 84, support: 0.021, confidence: 0.62, lift, leverage: 0.019, conviction: lift > 20 ? null : 2.4, customers: 37, open: 'in=mock.score:clv~0~' })
  const rules = world.loaded ? [rule('手冲壶', '滤纸 <b>100</b>', 24.1), rule('Green tea', 'Oolong tea', 9.2), rule('Oolong tea', 'Green tea', 9.2), rule('Green tea', 'Tea strainer', 5.1)] : []
  return { asOf: iso(instantOf(search.get('asOf'))), baskets: world.loaded ? 3120 : 0, items: 24, frequent: 61, found: rules.length, rules: Number(search.get('support')) > 0.5 ? [] : rules }
})

const CLUSTERS = [
  { cluster: 'c1', words: { en: 'Seen lately, buys often, spends much', zh: '最近来过，经常购买，消费高' }, centre: [-0.9, 0.8, 0.7], usual: [21, 7.4, 310], is: (row: Scored) => row.alive >= 0.6 },
  { cluster: 'c3', words: { en: 'Last seen long ago, buys seldom', zh: '很久没来，很少购买' }, centre: [1.1, -0.7, -0.3], usual: [290, 1.6, 74], is: (row: Scored) => row.alive < 0.6 },
]
selectors.set('mock.cluster', (value, t) => new Set(scored(iso(t)).filter((row) => CLUSTERS.find((each) => each.cluster === value)?.is(row)).map((row) => row.id)))
const TRIED = [2, 3, 4, 5, 6, 7, 8, 9, 10].map((k) => ({ k, silhouette: 0.52 - k * 0.03, agreement: 0.96 - k * 0.05, weakest: 0.97 - k * 0.07, smallest: Math.round(180 / k), inertia: 900 / k }))
on('GET', '/models/clusters/page', ({ search }) => {
  const rows = scored(search.get('asOf'))
  const report = {
    customers: rows.length, choice: { k: 2, why: 'clearest-of-stable', looked: rows.length, resamples: 20, stableFrom: 0.6, rows: TRIED },
    features: [['recency', 'days since the last purchase', '距上次购买的天数'], ['frequency', 'orders', '订单数'], ['money', 'money spent', '消费金额']].map(([feature, en, zh]) => ({ feature, label: { en, zh }, log: true, mean: 1, deviation: 1, usual: 60 })),
    clusters: CLUSTERS.map(({ is, ...told }, i) => ({ ...told, customers: rows.filter(is).length, spread: 1.1, isNew: i === 1 })),
    picture: { shares: [0.61, 0.22], points: rows.slice(0, 300).map((row, i) => ({ x: row.alive * 4 - 2 + (i % 7) / 10, y: (i % 13) / 5 - 1.2, cluster: row.alive >= 0.6 ? 'c1' : 'c3' })) },
  }
  return {
    asOf: iso(instantOf(search.get('asOf'))), run: rows.length > 0 ? { run: of('clusters')[0], settings, parameters: [], report, moves: null } : null, currency: CURRENCY, customers: rows.length, open: 'in=mock.score:clv~0~',
    money: rows.reduce((a, row) => a + row.historic, 0),
    groups: CLUSTERS.map((each) => ({ cluster: each.cluster, customers: rows.filter(each.is).length, money: rows.filter(each.is).reduce((a, row) => a + row.historic, 0), open: `in=mock.cluster:${each.cluster}` })).sort((a, b) => b.customers - a.customers),
    offered: [['recency', 'days since the last purchase', '距上次购买的天数'], ['frequency', 'orders', '订单数'], ['money', 'money spent', '消费金额'], ['returned', 'share of money returned', '退款占比']].map(([feature, en, zh], i) => ({ feature, label: { en, zh }, usual: i < 3 })),
  }
})
