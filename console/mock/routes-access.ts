import { Refused, on, page } from './router.ts'
import { CURRENCY, DAY, NOW, uuid, world } from './world.ts'

export const PERMISSIONS = [
  'CUSTOMERS_READ', 'CUSTOMERS_WRITE', 'CUSTOMERS_REVEAL', 'CUSTOMERS_MERGE', 'CUSTOMERS_ERASE', 'CUSTOMERS_EXPORT', 'ORDERS_READ', 'CATALOG_READ', 'CATALOG_WRITE', 'IMPORTS_READ',
  'IMPORTS_WRITE', 'INBOX_READ', 'INBOX_WRITE', 'INSIGHTS_READ', 'MODELS_WRITE', 'STAGES_WRITE', 'SETTINGS_READ', 'SETTINGS_WRITE', 'ATTRIBUTES_WRITE', 'USERS_ADMIN', 'KEYS_ADMIN', 'AUDIT_READ',
  'AUDIENCES_READ', 'AUDIENCES_WRITE', 'JOBS_READ', 'JOBS_WRITE', 'SAMPLE_ADMIN', 'DATA_EXPORT', 'METRICS_READ', 'LISTS_EXPORT', 'PUSHES_WRITE',
]
const at = (days: number) => new Date(NOW - days * DAY).toISOString()
const user = { id: 'u1', email: 'admin@millrace.local', name: 'Lin Mei', role: 'admin', language: null as string | null, theme: null as string | null }
const workspace = { name: '泉野 Millbrook', zone: 'Asia/Shanghai', currency: CURRENCY, language: 'zh', phoneRegion: 'CN', rates: { USD: 7_100_000, GBP: 9_200_000 } as Record<string, number>, version: 3 }
let signedIn = false

const session = () => ({ user, permissions: PERMISSIONS, workspace, sample: world.loaded })
on('GET', '/session', () => {
  if (!signedIn) throw new Refused(401, 'access.not-signed-in', 'Not signed in')
  return session()
})
on('POST', '/session', ({ body, zh }) => {
  if (body.password === 'wrong') throw new Refused(401, 'access.bad-credentials', zh ? '邮箱或密码不正确' : 'The address or the password is wrong')
  signedIn = true
  return session()
})
on('DELETE', '/session', () => {
  signedIn = false
  return { status: 204 }
})
on('PATCH', '/session/user', ({ body }) => Object.assign(user, body))

on('GET', '/workspace', () => workspace)
on('PUT', '/workspace', ({ body }) => Object.assign(workspace, body, { version: workspace.version + 1 }))

const users = [
  { ...user, active: true, createdAt: at(400), lastSeenAt: at(0) },
  { id: 'u2', email: 'wang@example.com', name: '王小林', role: 'operator', active: true, createdAt: at(200), lastSeenAt: at(1) },
  { id: 'u3', email: 'amy@example.com', name: 'Amy Novak', role: 'analyst', active: true, createdAt: at(90), lastSeenAt: at(6) },
  { id: 'u4', email: 'old@example.com', name: '陈旧', role: 'viewer', active: false, createdAt: at(380), lastSeenAt: null as string | null },
]
on('GET', '/users', () => ({ items: users, next: null }))
on('POST', '/users', ({ body }) => {
  if (users.some((u) => u.email === body.email)) throw new Refused(409, 'shared.conflict', 'This address is taken')
  const made = { id: uuid(), active: true, createdAt: at(0), lastSeenAt: null, language: null, theme: null, ...(body as { email: string; name: string; role: string }) }
  users.push(made)
  return made
})
on('PATCH', '/users/:id', ({ params, body }) => Object.assign(users.find((u) => u.id === params[0]) ?? {}, body))
on('GET', '/roles', () => [
  { role: 'viewer', permissions: PERMISSIONS.slice(0, 1), clear: ['public'] }, { role: 'analyst', permissions: PERMISSIONS.slice(0, 8), clear: ['public', 'internal'] },
  { role: 'operator', permissions: PERMISSIONS.slice(0, 12), clear: ['public', 'internal'] }, { role: 'developer', permissions: PERMISSIONS.slice(0, 9), clear: ['public', 'internal'] },
  { role: 'admin', permissions: PERMISSIONS, clear: ['public', 'internal', 'confidential'] },
])

const keys = [
  { id: 'k1', name: 'E-shop', kind: 'write', prefix: 'mrw_7Kq2', role: null as string | null, createdAt: at(300), lastUsedAt: at(0) as string | null, expiresAt: null, revokedAt: null as string | null },
  { id: 'k2', name: 'BI 报表', kind: 'api', prefix: 'mra_Xw91', role: 'analyst', createdAt: at(120), lastUsedAt: at(2), expiresAt: at(-245), revokedAt: null },
  { id: 'k3', name: 'Old shop', kind: 'write', prefix: 'mrw_1Zab', role: null, createdAt: at(500), lastUsedAt: at(210), expiresAt: null, revokedAt: at(200) },
]
on('GET', '/keys', () => ({ items: keys, next: null }))
on('POST', '/keys', ({ body }) => {
  const made = { id: uuid(), prefix: 'mrw_new1', role: null, createdAt: at(0), lastUsedAt: null, expiresAt: null, revokedAt: null, ...(body as { name: string; kind: string }) }
  keys.unshift(made as (typeof keys)[number])
  return { ...made, secret: 'mrw_new1_4fJ8sK2pQ9xV7bN3mT6wZ1cR5' }
})
on('DELETE', '/keys/:id', ({ params }) => {
  Object.assign(keys.find((k) => k.id === params[0]) ?? {}, { revokedAt: at(0) })
  return { status: 204 }
})

export const audit: { id: string; at: string; actor: string; action: string; target: string; details: Record<string, unknown> }[] = [
  ['customer.reveal', '王小林', { fields: ['identity:phone'], reason: '客户来电核实地址' }], ['keys.created', 'Lin Mei', { name: 'BI 报表', kind: 'api' }], ['import.started', '王小林', { file: '订单_2026Q3.csv', rows: 48_112 }],
  ['customer.merge', 'Amy Novak', { reason: 'Same person, two phones' }], ['access.signed-in', 'Lin Mei', {}], ['workspace.changed', 'Lin Mei', { field: 'rates' }],
].map(([action, actor, details], i) => ({ id: uuid(), at: new Date(NOW - i * 5_400_000).toISOString(), actor: actor as string, action: action as string, target: world.customers[i]?.id ?? '', details: details as Record<string, unknown> }))
on('GET', '/audit', ({ search }) => page(audit.filter((a) => JSON.stringify(a).includes(search.get('q') ?? '')), search))

interface MockJob { id: string; kind: string; title: string; state: string; done: number; total: number; counts: Record<string, number>; errorFile: string | null; problem: null; createdAt: string; startedAt: string; finishedAt: string | null; began: number; length: number; onEnd?: () => void }
export const jobs: MockJob[] = []
export function startJob(kind: string, total: number, length: number, onEnd?: () => void): MockJob {
  const now = new Date().toISOString()
  const job: MockJob = { id: uuid(), kind, title: '', state: 'running', done: 0, total, counts: {}, errorFile: null, problem: null, createdAt: now, startedAt: now, finishedAt: null, began: Date.now(), length, onEnd }
  jobs.unshift(job)
  return job
}
export function tick(job: MockJob): MockJob {
  if (job.state !== 'running') return job
  job.done = Math.min(job.total, Math.round(((Date.now() - job.began) / job.length) * job.total))
  if (job.done >= job.total) {
    job.state = 'done'
    job.finishedAt = new Date().toISOString()
    job.onEnd?.()
  }
  return job
}
on('GET', '/jobs', ({ search }) => page(jobs.map(tick), search))
on('GET', '/jobs/:id', ({ params }) => tick(jobs.find((j) => j.id === params[0]) ?? startJob('import', 1, 1)))
on('POST', '/jobs/:id/:verb', ({ params }) => {
  const job = jobs.find((j) => j.id === params[0])
  if (!job) throw new Refused(404, 'shared.not-found', 'No such job')
  if (params[1] === 'pause') job.state = 'paused'
  if (params[1] === 'cancel') job.state = 'cancelled'
  if (params[1] === 'resume') {
    job.state = 'running'
    job.began = Date.now() - (job.done / job.total) * job.length
  }
  return job
})
on('GET', '/sample', () => ({ loaded: world.loaded, customers: world.loaded ? 20_000 : 0, facts: world.loaded ? 412_331 : 0 }))
on('POST', '/sample', () => startJob('sample-load', 20_000, 4000, () => { world.loaded = true }))
on('DELETE', '/sample', () => startJob('sample-remove', 20_000, 3000, () => { world.loaded = false }))
on('POST', '/exports/parquet', () => startJob('parquet', 412_331, 5000))
on('GET', '/freshness', () => ({ lagMillis: 240, lastFactAt: new Date(NOW).toISOString(), facts: 412_331 }))
on('GET', '/erasures', () => ({ items: [{ id: uuid(), customer: uuid(), state: 'done', stores: [{ store: 'customers', records: 3 }, { store: 'timelines', records: 61 }, { store: 'intake', records: 2 }], requestedAt: at(12), finishedAt: at(12) }], next: null }))
