import { everybody, faults, holds } from './conditions.ts'
import { Refused, on, page } from './router.ts'
import { startJob } from './routes-access.ts'
import { schemes, selectors } from './understand.ts'
import { DAY, NOW, uuid, world, type Customer } from './world.ts'

type Tree = Record<string, unknown>
interface MockAudience { id: string; name: string; description: string | null; folder: string | null; owner: string; kind: string; state: string; lastError: string | null; version: number; updatedAt: string; condition: Tree; list: Set<string>; notes: string[]; change: MockChange | null }
interface MockChange { id: string; state: string; condition: Tree; ready: number }

const iso = (t: number) => new Date(t).toISOString()
const recent = (days: number, comparison: string, number: number, kind = 'order.completed'): Tree => ({ type: 'facts', facts: { kinds: [kind] }, window: { type: 'last', length: { amount: days, unit: 'day' } }, test: { type: 'compares', comparison, number } })
const audiences: MockAudience[] = []
function add(name: string, folder: string | null, description: string | null, condition: Tree, days: number, more: Partial<MockAudience> = {}): MockAudience {
  const made: MockAudience = { id: uuid(), name, folder, description, condition, owner: 'Lin Mei', kind: 'dynamic', state: 'live', lastError: null, version: 1, updatedAt: iso(NOW - days * DAY), list: new Set(), notes: ['First version'], change: null, ...more }
  audiences.push(made)
  return made
}
const loyal = add('老客回购 Loyal buyers', '会员 Members', '90 天内多次购买且可触达', { type: 'all', of: [recent(90, 'at-least', 2), { type: 'any', of: [{ type: 'identity', identity: 'email' }, { type: 'tag', category: '兴趣 Interest' }] }, { type: 'none', of: [recent(30, 'at-least', 1, 'order.refunded')] }] }, 3)
add('沉睡会员唤醒', '会员 Members', null, { type: 'all', of: [{ type: 'stage', scheme: 'activity', stages: ['dormant', 'lost'] }, { type: 'consent', purpose: 'marketing', channel: 'wechat' }] }, 9)
add('Important value, not yet asked', 'RFM', null, { type: 'all', of: [{ type: 'score', model: 'rfm', figure: 'type', test: { type: 'equals', value: 'important-value' } }, { type: 'audience', audience: loyal.id }] }, 1)
add('<img src=x onerror=alert(1)> 上海', null, 'A name that tries something', { type: 'attribute', name: 'city', test: { type: 'oneOf', values: ['上海', '杭州'] } }, 20, { state: 'failed', lastError: 'The condition reads a model that is gone: <b>churn</b>' })
add('秋季活动名单 Autumn list', '活动 Campaigns', '门店登记', { type: 'all', of: [] }, 40, { kind: 'static', list: new Set(world.customers.slice(0, 48).map((c) => c.id)) })

const find = (id: string | undefined): MockAudience => {
  const one = audiences.find((each) => each.id === id)
  if (!one) throw new Refused(404, 'audiences.no-such-audience', 'There is no such audience')
  return one
}
const members = (id: string, t = NOW): Set<string> => {
  const one = audiences.find((each) => each.id === id)
  if (!one) return new Set()
  return one.kind === 'static' ? one.list : new Set(everybody().filter((c) => c.first <= t && holds(one.condition, c, members, t)).map((c) => c.id))
}
const usesOf = (one: MockAudience) => audiences.filter((other) => JSON.stringify(other.condition).includes(one.id)).map(({ id, name }) => ({ kind: 'audience', id, name }))
const item = (one: MockAudience) => {
  const size = members(one.id).size
  return { ...one, list: undefined, notes: undefined, condition: undefined, change: undefined, size, enteredWeek: Math.ceil(size / 9), leftWeek: Math.floor(size / 14), lagMillis: 38, usedBy: usesOf(one).length }
}
const checked = (condition: unknown): Tree => {
  const wrong = faults(condition as Tree)
  if (wrong.length > 0) throw new Refused(400, 'audiences.invalid-condition', 'The condition is not complete', wrong.map((each) => ({ ...each, pointer: `/condition${each.pointer}` })))
  return condition as Tree
}
/** Stands for the server's words; the console has its own for what it knows. */
const words = (condition: unknown) => ({ en: JSON.stringify(condition), zh: JSON.stringify(condition) })

on('GET', '/audiences', ({ search }) => {
  const q = (search.get('q') ?? '').toLowerCase()
  const list = audiences.filter((one) => `${one.name} ${one.description ?? ''}`.toLowerCase().includes(q) && (!search.get('folder') || one.folder === search.get('folder')))
  return page(list.sort((a, b) => a.name.localeCompare(b.name)).map(item), search)
})
on('POST', '/audiences/preview', ({ body }) => {
  const condition = checked(body.condition) as Tree & { of?: Tree[] }
  const all = everybody()
  const fit = (tree: Tree) => all.filter((c) => holds(tree, c, members))
  const fitting = fit(condition)
  const group = ['all', 'any', 'none'].includes(String(condition.type)) ? condition.of : null
  const steps = group ? group.map((_, i) => ({ pointer: `/of/${i}`, sentence: words(group[i]), count: fit({ ...condition, of: group.slice(0, i + 1) }).length })) : [{ pointer: '', sentence: words(condition), count: fitting.length }]
  const reach = (share: (c: Customer) => boolean) => fitting.filter(share).length
  return {
    count: fitting.length, total: all.length, asOf: iso(NOW), addresses: { email: reach((c) => c.email !== null), sms: fitting.length, wechat: reach((c) => !c.id.endsWith('a')) }, reach: { email: reach((c) => c.email !== null && !c.id.endsWith('b')), sms: reach((c) => c.phone.endsWith('4') === false), wechat: reach((c) => !/[a-c]$/.test(c.id)) },
    sample: fitting.slice(0, 6).map((c) => ({ id: c.id, name: `${c.name.slice(0, 1)}＊＊`, identities: [{ type: 'phone', masked: `138••••${c.phone.slice(-4)}` }] })), steps, millis: 84,
  }
})
on('POST', '/audiences', ({ body }) => {
  const name = String(body.name ?? '').trim()
  if (audiences.some((one) => one.name.toLowerCase() === name.toLowerCase())) throw new Refused(409, 'audiences.name-taken', `There is an audience “${name}” already`)
  const dynamic = body.kind !== 'static'
  const made = add(name, (body.folder as string) ?? null, (body.description as string) ?? null, dynamic ? checked(body.condition) : { type: 'all', of: [] }, 0, { kind: dynamic ? 'dynamic' : 'static' })
  return { status: 201, body: { id: made.id, job: null, unknown: fill(made, (body.customers as string[]) ?? []) } }
})
function fill(one: MockAudience, customers: string[]): number[] {
  const unknown: number[] = []
  customers.forEach((text, i) => {
    const found = world.customers.find((c) => [c.id, c.phone, c.email].includes(text))
    if (found) one.list.add(found.id)
    else unknown.push(i)
  })
  return unknown
}
on('POST', '/audiences/:id/customers', ({ params, body }) => ({ id: params[0], job: null, unknown: fill(find(params[0]), body.customers as string[]) }))
on('GET', '/audiences/folders', () => ({ items: [...new Set(audiences.map((one) => one.folder).filter((path) => path !== null))].map((path) => ({ path, audiences: audiences.filter((one) => one.folder === path).length })) }))
on('POST', '/audiences/folders/move', ({ body }) => {
  const moved = audiences.filter((one) => one.folder === body.from)
  moved.forEach((one) => Object.assign(one, { folder: body.to || null }))
  return { audiences: moved.length }
})
on('GET', '/audiences/owners', () => ({ items: ['Lin Mei', 'Chen Wei'] }))
on('GET', '/audiences/regions', ({ search }) => {
  const ids = search.getAll('audience')
  const sets = ids.map((id) => members(id))
  const everyone = [...new Set(sets.flatMap((set) => [...set]))]
  const masks = Array.from({ length: 2 ** ids.length - 1 }, (_, i) => i + 1)
  const inside = (mask: number) => ids.filter((_, i) => mask & (1 << i))
  const outside = (mask: number) => ids.filter((_, i) => !(mask & (1 << i)))
  return { items: masks.map((mask) => ({ in: inside(mask), out: outside(mask), customers: everyone.filter((id) => sets.every((set, i) => set.has(id) === Boolean(mask & (1 << i)))).length, selection: `audience.region:${inside(mask).join('_')}${outside(mask).length ? `!${outside(mask).join('_')}` : ''}` })) }
})
on('POST', '/audiences/:id/customers/remove', ({ params, body }) => {
  const one = find(params[0])
  ;(body.customers as string[]).forEach((id) => one.list.delete(id))
  return { id: params[0], job: null, unknown: [] }
})
const column = (key: string, group: string, en: string, zh: string, basic = true) => ({ key, group, label: { en, zh }, basic })
on('GET', '/customers/exports/columns', () => ({ items: [column('id', 'customer', 'Customer', '客户编号'), column('name', 'customer', 'Name', '姓名'), column('identity.email', 'identity', 'E-mail', '邮箱'), column('rfm.type', 'rfm', 'RFM type', 'RFM 类型'), column('attribute.city', 'attribute', 'City', '城市', false)] }))
on('POST', '/customers/exports', () => ({ status: 202, body: { id: uuid(), job: startJob('customers.export', 900, 1200).id, rows: 900 } }))
const pushes = [{ id: uuid(), audience: '', url: 'https://crm.example.com/hooks/millrace', events: ['audience.entered', 'audience.left'], level: 'id', state: 'active', failures: 0, planned: 2, delivered: 1284, failed: 1, createdBy: 'Lin Mei', createdAt: iso(NOW - 9 * DAY) }]
on('GET', '/audiences/:id/pushes', ({ params }) => ({ items: pushes.map((one) => ({ ...one, audience: params[0] })) }))
on('GET', '/pushes/:id/deliveries', ({ search }) => page(world.customers.slice(0, 30).map((c, i) => ({ id: uuid(), event: i % 3 ? 'audience.entered' : 'audience.left', customer: c.id, at: iso(NOW - i * 7_000_000), state: i < 2 ? 'planned' : i === 5 ? 'failed' : 'delivered', attempts: i < 1 ? 0 : i === 5 ? 12 : 1, due: i < 2 ? iso(NOW + 60_000) : null, triedAt: i < 1 ? null : iso(NOW - i * 6_900_000), status: i < 1 ? null : i === 5 || i === 1 ? 503 : 204, answer: i === 5 ? 'down for maintenance' : '', millis: i < 1 ? null : 41 })), search))
on('GET', '/audiences/:id', ({ params }) => {
  const one = find(params[0])
  return {
    ...item(one), condition: one.condition, sentence: words(one.condition), uses: usesOf(one), dependsOn: audiences.filter((other) => JSON.stringify(one.condition).includes(other.id)).map(({ id, name }) => ({ kind: 'audience', id, name })),
    versions: one.notes.map((note, i) => ({ version: i + 1, by: 'Lin Mei', at: iso(NOW - (one.notes.length - i) * 3 * DAY), condition: one.condition, note })), change: one.change && (one.change.state === 'ready' || one.change.state === 'evaluating') ? difference(one) : null,
  }
})
on('PATCH', '/audiences/:id', ({ params, body }) => Object.assign(find(params[0]), body))
on('DELETE', '/audiences/:id', ({ params }) => {
  const one = find(params[0])
  const uses = usesOf(one)
  if (uses.length > 0) throw new Refused(409, 'audiences.in-use', `Used by ${uses.map(({ name }) => name).join(', ')}`)
  audiences.splice(audiences.indexOf(one), 1)
  return { status: 204 }
})
function difference(one: MockAudience) {
  const change = one.change
  if (!change) throw new Refused(404, 'audiences.no-such-change', 'There is no such change')
  if (change.state === 'evaluating' && Date.now() > change.ready) change.state = 'ready'
  const [before, after] = [members(one.id), new Set(everybody().filter((c) => holds(change.condition, c, members)).map((c) => c.id))]
  const counts = { entering: [...after].filter((id) => !before.has(id)).length, leaving: [...before].filter((id) => !after.has(id)).length, staying: [...after].filter((id) => before.has(id)).length }
  return { id: change.id, ...(change.state === 'evaluating' ? { entering: null, leaving: null, staying: null } : counts), state: change.state }
}
on('POST', '/audiences/:id/changes', ({ params, body }) => {
  const one = find(params[0])
  one.change = { id: uuid(), state: 'evaluating', condition: checked(body.condition), ready: Date.now() + 1200 }
  if (body.note) one.notes.push(String(body.note))
  return { status: 202, body: { change: one.change.id, job: startJob('audience', 900, 1200).id } }
})
on('GET', '/audiences/:id/changes/:change', ({ params }) => difference(find(params[0])))
on('POST', '/audiences/:id/changes/:change/apply', ({ params }) => {
  const one = find(params[0])
  const done = difference(one)
  if (one.change) Object.assign(one, { condition: one.change.condition, version: one.version + 1, change: null })
  return { entered: done.entering, left: done.leaving }
})
on('DELETE', '/audiences/:id/changes/:change', ({ params }) => {
  find(params[0]).change = null
  return { status: 204 }
})
const wave = (size: number, i: number) => Math.max(0, Math.round(size * (0.8 + 0.2 * Math.sin(i / 9)) + (i % 5)))
on('GET', '/audiences/:id/trend', ({ params }) => {
  const size = members(params[0] ?? '').size
  return { items: Array.from({ length: 61 }, (_, i) => ({ day: iso(NOW - (60 - i) * DAY).slice(0, 10), size: i === 60 ? size : wave(size, i), entered: (i * 7) % 9, left: (i * 5) % 6 })) }
})
on('GET', '/audiences/:id/backtests', ({ params }) => {
  const one = find(params[0])
  const at = (i: number) => NOW - (104 - i) * 7 * DAY
  const curve = Array.from({ length: 105 }, (_, i) => ({ asOf: iso(at(i)), size: members(one.id, at(i)).size }))
  return { items: [{ id: uuid(), version: one.version, condition: one.condition, from: iso(at(0)), to: iso(NOW), points: 105, job: uuid(), curve, millis: 240, by: 'Lin Mei', at: iso(NOW - DAY) }] }
})
on('GET', '/audiences/:id/origin', () => {
  throw new Refused(404, 'shared.not-found', 'Not found')
})
const report = { lines: 12_480, customers: 11_902, repeated: 214, unknown: 364, changed: 11_854, already: 48 }
const fills = new Map<string, Record<string, unknown>>()
const filled = (body: Record<string, unknown>, days = 0) => {
  const made = { id: uuid(), audience: null, verb: 'add', filename: 'autumn-list.csv', column: 'E-mail', kind: 'email', dryRun: false, job: startJob('audience.fill', 12_480, 1500).id, report, by: 'Lin Mei', at: iso(NOW - days * DAY), ...body }
  fills.set(made.id, made)
  return made
}
const REASONS = ['unknown', 'impossible', 'unknown', 'blank', 'cut']
const waiting = () => Array.from({ length: 14 }, (_, i) => ({ fill: uuid(), filename: 'autumn-list.csv', line: 17 + i * 31, text: i % 5 === 3 ? '' : i % 2 ? '138****5678' : 'm***@example.com', kind: 'email', reason: REASONS[i % 5] }))
on('GET', '/list-files/:upload', ({ params }) => ({
  upload: params[0], filename: 'autumn-list.csv', header: true, headerNames: false, rows: 12_480, looked: 200, column: 1, kind: 'email',
  columns: [{ name: '门店 Store', filled: 200, kinds: [] }, { name: 'E-mail', filled: 198, kinds: [{ kind: 'email', found: 187 }] }, { name: '会员号 No.', filled: 200, kinds: [{ kind: 'external', found: 141 }, { kind: 'member_card', found: 2 }] }],
}))
on('POST', '/list-fills', ({ body }) => filled(body))
on('GET', '/list-fills/:id', ({ params }) => fills.get(params[0] ?? '') ?? filled({}))
on('GET', '/list-fills/:id/examples', () => ({ items: waiting() }))
on('GET', '/audiences/:id/fills', ({ params }) => ({ items: find(params[0]).kind === 'static' ? [filled({ audience: params[0] }, 2)] : [] }))
on('GET', '/audiences/:id/lines', () => ({ items: waiting(), next: null, total: 14 }))
on('GET', '/audiences/:id/overlap', ({ params }) => {
  const own = members(params[0] ?? '')
  const items = audiences.filter(({ id }) => id !== params[0]).map(({ id, name }) => {
    const other = members(id)
    const both = [...other].filter((each) => own.has(each)).length
    return { id, name, both, either: own.size + other.size - both, share: own.size ? both / own.size : 0 }
  })
  return { items: items.filter(({ both }) => both > 0).sort((a, b) => b.both - a.both) }
})
on('GET', '/audiences/:id/why', ({ params, search }) => {
  const one = find(params[0])
  const c = world.customers.find((each) => each.id === search.get('customer'))
  if (!c) throw new Refused(404, 'shared.not-found', 'There is no such customer')
  const clause = (tree: Tree): Tree => {
    const truth = String(holds(tree, c, members))
    const parts = tree.type === 'surely' ? [tree.of as Tree] : ((tree.of as Tree[] | undefined) ?? [])
    return {
      condition: tree, sentence: words(tree), truth, value: parts.length > 0 ? null : tree.type === 'facts' ? String(c.orders.length) : c.city, facts: tree.type === 'facts' ? c.orders.length : 0,
      lastAt: tree.type === 'facts' ? iso(c.facts[0]?.at ?? NOW) : null, until: tree.window ? iso(NOW + 9 * DAY) : null, of: parts.map(clause),
    }
  }
  return { holds: holds(one.condition, c, members), until: iso(NOW + 9 * DAY), clause: clause(one.condition) }
})
on('GET', '/audiences/:id/export', ({ params, search }) => ({ text: `\ufeffid\n${[...members(params[0] ?? '')].join('\n')}\n`, headers: { 'Content-Disposition': `attachment; filename="audience.${search.get('format') ?? 'csv'}"`, 'Content-Type': 'text/csv' } }))
on('POST', '/conditions/sentence', ({ body }) => words(checked(body.condition)))
on('GET', '/conditions/vocabulary', () => ({
  kinds: ['order.completed', 'order.refunded', 'order.item', 'page.viewed', 'service.contact', 'campaign.sent', 'campaign.responded', 'event.Coupon Viewed'].map((key) => ({
    key, label: null, attributes: key.startsWith('order') ? [{ name: 'channel', type: 'text', examples: ['wechat', 'e-shop', 'store', 'tmall'] }, { name: 'lines', type: 'number', examples: [1, 2] }] : [{ name: 'path', type: 'text', examples: ['/'] }],
  })),
  attributes: [{ name: 'city', label: { en: 'City', zh: '城市' }, type: 'text', examples: ['上海', '杭州', '成都'] }, { name: 'gender', label: { en: 'Gender', zh: '性别' }, type: 'text', examples: ['female', 'male'] }, { name: 'birthday', label: { en: 'Birthday', zh: '生日' }, type: 'date', examples: [] }],
  tags: [{ category: '兴趣 Interest', values: ['钓鱼 Fishing', '露营 Camping', '茶道 Tea ceremony'] }, { category: '肤质 Skin', values: ['敏感 Sensitive', '干性 Dry'] }],
  schemes: Object.entries(schemes).map(([key, { label, stages }]) => ({ key, label, stages: stages.map(([stage, en, zh]) => ({ key: stage, label: { en, zh } })) })),
  models: [{ key: 'rfm', label: { en: 'RFM', zh: 'RFM' }, figures: [{ key: 'type', type: 'text', values: ['important-value', 'important-keep', 'general-win-back'] }, { key: 'r', type: 'number', values: [1, 2, 3, 4, 5] }] }],
  audiences: audiences.map(({ id, name }) => ({ id, name })), identities: ['email', 'phone', 'wechat_unionid'], purposes: ['marketing', 'service'], channels: ['email', 'sms', 'wechat'],
}))

selectors.set('audience', (value, t) => members(value, t))
selectors.set('condition', (value, t) => {
  const tree = JSON.parse(Buffer.from(value, 'base64url').toString()) as Tree
  return new Set(everybody().filter((c) => c.first <= t && holds(tree, c, members, t)).map((c) => c.id))
})
for (const side of ['entering', 'leaving'] as const) {
  selectors.set(`audience.${side}`, (value) => {
    const one = audiences.find((each) => each.change?.id === value)
    const tree = one?.change?.condition
    return new Set(tree && one ? everybody().filter((c) => holds(tree, c, members) === (side === 'entering') && members(one.id).has(c.id) === (side === 'leaving')).map((c) => c.id) : [])
  })
}
