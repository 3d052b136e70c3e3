import { Refused, on, page } from './router.ts'
import { jobs, startJob, tick } from './routes-access.ts'
import { CURRENCY, DAY, NOW, uuid, world } from './world.ts'

const iso = (t: number) => new Date(t).toISOString()
const COLUMNS: [string, string[], string | null][] = [
  ['订单号', ['100231', '100231', '100232'], 'order'], ['会员编号', ['M10021', 'M10021', 'M20933'], 'customer'], ['下单时间', ['2026/9/1 10:22', '2026/9/1 10:22', '2026/9/1 11:05'], 'at'],
  ['商品编码', ['T-001', 'B-104', 'T-004'], 'sku'], ['商品名称', ['明前龙井', '茶籽护手霜', '桂花乌龙'], 'name'], ['数量', ['1', '2', '1'], 'quantity'], ['单价', ['268.00', '49.00', '69.00'], 'price'], ['手机', ['13800138000', '13800138000', '1.38001E+10'], 'phone'], ['备注', ['', '送礼', ''], null],
]
on('POST', '/uploads', ({ raw, headers }) => ({
  id: uuid(), filename: decodeURIComponent(headers['x-filename'] ?? 'orders.csv'), bytes: raw.length || 4_812_331, charset: 'GB18030', delimiter: ',', format: 'csv', columns: COLUMNS.map(([name, samples, guess]) => ({ name, samples, guess })), rows: 48_139, rowsSampled: 200, kindGuess: 'orders', grainGuess: 'line',
  templates: [{ id: 't1', name: '有赞订单导出', kind: 'orders', mapping: { order: '订单号', customer: '会员编号', at: '下单时间' } }],
}))
interface MockImport { id: string; kind: string; filename: string; createdAt: string; by: string; mapping: Record<string, string>; options: Record<string, unknown>; dryRun: boolean; job: ReturnType<typeof startJob>; report: Record<string, unknown> | null; errorFile: string | null; undone: boolean }
const report = (errors: number) => ({
  lines: 48_139, rows: 48_139, created: 4812, updated: 1003, unchanged: 212, errors, customers: 4372, orders: 22_190, anonymousOrders: 3710, refunds: 3836, exactTotal: '8300065.814', roundedTotal: { amount: 830_006_581, currency: CURRENCY }, roundingDifference: '0.004',
  byCode: errors ? { 'imports.date-unreadable': 12, 'customers.phone-shortened': 9, 'imports.missing': 6 } : {},
})
function made(filename: string, kind: string, days: number, errors: number, dryRun = false): MockImport {
  const job = { ...startJob('import', 48_139, 1), state: 'done', done: 48_139, createdAt: iso(NOW - days * DAY), startedAt: iso(NOW - days * DAY), finishedAt: iso(NOW - days * DAY + 21_000) }
  jobs.shift()
  return { id: uuid(), kind, filename, createdAt: iso(NOW - days * DAY), by: '王小林', mapping: { order: '订单号', customer: '会员编号', at: '下单时间', sku: '商品编码', price: '单价', quantity: '数量' }, options: { currency: CURRENCY, zone: 'Asia/Shanghai', phoneRegion: 'CN', grain: 'line', historical: true }, dryRun, job, report: report(errors), errorFile: errors ? 'errors.csv' : null, undone: days > 30 }
}
const imports = [made('订单_2026Q3.csv', 'orders', 3, 27), made('会员_2025.xlsx', 'customers', 20, 0), made('products.csv', 'products', 21, 0), made('old-orders.csv', 'orders', 44, 3)]
const find = (id: string | undefined) => {
  const one = imports.find((i) => i.id === id)
  if (!one) throw new Refused(404, 'shared.not-found', 'There is no such import')
  return { ...one, job: tick(one.job) }
}
const start = (body: Record<string, unknown>): MockImport => {
  const one = made('订单_新.csv', String(body.kind), 0, 27, Boolean(body.dryRun))
  one.job = startJob('import', 48_139, body.dryRun ? 2500 : 9000, () => { one.report = report(27) })
  Object.assign(one, { report: null, mapping: body.mapping ?? one.mapping, options: body.options ?? one.options })
  imports.unshift(one)
  return one
}
on('POST', '/imports', ({ body }) => ({ status: 202, body: start(body) }))
on('GET', '/imports', ({ search }) => page(imports.map((i) => find(i.id)), search))
on('GET', '/imports/:id', ({ params }) => find(params[0]))
on('GET', '/imports/:id/errors', () => ({ text: '\ufeff订单号,_row,_code\n', headers: { 'Content-Disposition': 'attachment; filename="errors.csv"', 'Content-Type': 'text/csv' } }))
on('POST', '/imports/:id/run', ({ params }) => ({ status: 202, body: start({ ...find(params[0]), dryRun: false }) }))
on('POST', '/imports/:id/undo', ({ params }) => {
  const one = imports.find((i) => i.id === params[0])
  if (one) one.undone = true
  return { status: 202, body: one }
})
on('GET', '/import-templates', () => [])

const REASONS: [string, string, number][] = [['intake.no-identity', 'Neither userId nor anonymousId is given', 6], ['intake.bad-timestamp', 'The timestamp is more than 24 hours in the future', 4], ['intake.refund-exceeds-order', 'The refund is larger than the order', 2], ['intake.bad-currency', '“RMB” is no ISO 4217 currency', 2]]
let inbox = REASONS.flatMap(([code, message, count]) => Array.from({ length: count }, (_, i) => ({
  id: uuid(), receivedAt: iso(NOW - i * 3_700_000 - 400_000), source: i % 2 ? 'E-shop' : '小程序', channel: i % 3 ? 'api' : 'import', code, message, messageId: `msg-${uuid().slice(-6)}`, preview: '{"type":"track","event":"Order Completed",…}', state: 'open',
  pointer: '/properties/currency', payload: JSON.stringify({ type: 'track', event: 'Order Completed', messageId: `m-${i}`, timestamp: iso(NOW), properties: { order_id: `MR${200 + i}`, total: 268, currency: 'RMB', products: [{ sku: 'T-001', quantity: 1, price: 268 }] } }),
})))
on('GET', '/inbox', ({ search }) => page(inbox.filter((i) => (!search.get('state') || i.state === search.get('state')) && (!search.get('code') || i.code === search.get('code'))), search))
on('GET', '/inbox/summary', () => REASONS.map(([code, message]) => { const open = inbox.filter((i) => i.code === code && i.state === 'open'); return { code, message, count: open.length, lastAt: open[0]?.receivedAt ?? null } }).filter((s) => s.count > 0))
on('GET', '/inbox/:id', ({ params }) => inbox.find((i) => i.id === params[0]))
on('PUT', '/inbox/:id', ({ params, body }) => Object.assign(inbox.find((i) => i.id === params[0]) ?? {}, { payload: body.payload }))
on('POST', '/inbox/:id/:verb', ({ params }) => Object.assign(inbox.find((i) => i.id === params[0]) ?? {}, { state: params[1] === 'dismiss' ? 'dismissed' : 'replayed' }))
on('POST', '/inbox/replay', ({ body }) => {
  const before = inbox.length
  inbox = inbox.map((i) => (i.code === body.code ? { ...i, state: 'replayed' } : i))
  return { replayed: before }
})
on('GET', '/events/live', ({ search }) => {
  const list = world.customers.slice(0, 60).flatMap((c) => c.facts.slice(0, 1).map((f) => ({ receivedAt: iso(f.at + 300), occurredAt: iso(f.at), type: 'track', event: f.kind, source: f.source, messageId: `msg-${f.id.slice(-6)}`, attributes: Object.keys(f.attributes), historical: false, outcome: f.amount && f.amount < 0 ? 'duplicate' : 'accepted' })))
  return { items: list.sort((x, y) => y.receivedAt.localeCompare(x.receivedAt)).slice(0, Number(search.get('limit') ?? 50)), next: null }
})
