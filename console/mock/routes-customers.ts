import { Refused, on, page } from './router.ts'
import { audit } from './routes-access.ts'
import { REGIONS, TYPES, instantOf, rfm, schemes, select, stageOf, valueAt } from './understand.ts'
import { CHANNELS, CURRENCY, DAY, NOW, PRODUCTS, STORES, allOrders, uuid, world, type Customer, type Fact, type Order } from './world.ts'

const iso = (t: number) => new Date(t).toISOString()
const money = (amount: number) => ({ amount: Math.round(amount), currency: CURRENCY })
const maskName = (name: string) => (/^[A-Za-z]/.test(name) ? name.replace(/(?<=\w)\w(?=\w* |\w*$)/g, '•').slice(0, 14) : `${name.slice(0, 1)}${'＊'.repeat(name.length - 1)}`)
const maskPhone = (phone: string) => `+86 ${phone.slice(0, 3)}••••${phone.slice(-4)}`
const maskEmail = (email: string) => `${email.slice(0, 1)}•••${email.slice(email.indexOf('@'))}`

function identities(c: Customer) {
  const evidence = [{ source: 'segment', at: iso(c.first), text: { en: 'identify call', zh: 'identify 调用' } }]
  return [
    { id: `${c.id}-p`, type: 'phone', masked: maskPhone(c.phone), verified: true, evidence, profile: c.id },
    ...(c.email ? [{ id: `${c.id}-e`, type: 'email', masked: maskEmail(c.email), verified: false, evidence: [{ source: 'import', at: iso(c.first + DAY), text: { en: '会员_2025.csv, row 812', zh: '会员_2025.csv，第 812 行' } }], profile: c.id }] : []),
    { id: `${c.id}-w`, type: 'wechat_unionid', masked: 'oX3••••9kQ', verified: true, evidence, profile: c.id },
  ]
}

let cached: { t: number; scores: Map<string, ReturnType<typeof rfm>['scored'][number]> } | null = null
function scoreOf(id: string, t: number) {
  if (!cached || cached.t !== t) cached = { t, scores: new Map(rfm(t).scored.map((s) => [s.customer.id, s])) }
  return cached.scores.get(id)
}

function row(c: Customer, t: number) {
  const value = valueAt(c, t)
  const s = scoreOf(c.id, t)
  const stage = stageOf('activity', c, t)
  const named = schemes.activity?.stages.find(([key]) => key === stage)
  return {
    id: c.id, name: maskName(c.name), masked: true, identities: identities(c).map(({ type, masked }) => ({ type, masked })), firstSeenAt: iso(c.first), lastSeenAt: iso(Math.max(c.first, ...c.facts.map((f) => f.at))),
    tags: c.tags.map(({ category, value: v }) => ({ category, value: v })), value: { orders: value.orders, revenue: money(value.revenue), lastOrderAt: value.last ? iso(value.last) : null, profit: money(value.profit) },
    rfm: s ? { r: s.r, f: s.f, m: s.m, total: s.r + s.f + s.m, type: s.type, typeLabel: TYPES[s.type], region: s.region, regionLabel: REGIONS[s.region] } : null,
    stage: stage && named ? { scheme: 'activity', stage, label: { en: named[1], zh: named[2] } } : null,
  }
}

const find = (id: string | undefined) => {
  const c = world.customers.find((each) => each.id === id)
  if (!c) throw new Refused(404, 'shared.not-found', 'There is no such customer')
  return c
}

on('GET', '/customers', ({ search }) => {
  const asOf = search.get('asOf')
  const t = instantOf(asOf)
  const q = (search.get('q') ?? '').replaceAll(' ', '').toLowerCase()
  const tag = search.get('tag')
  let list = world.loaded ? world.customers.filter((c) => c.first <= t) : []
  for (const selection of search.getAll('in')) {
    const ids = select(selection, asOf)
    list = list.filter((c) => ids.has(c.id))
  }
  if (q) list = list.filter((c) => [c.name, c.phone, c.email ?? '', c.id, ...c.orders.map((o) => o.number)].some((text) => text.replaceAll(' ', '').toLowerCase().includes(q.replace(/^\+86/, ''))))
  if (tag) list = list.filter((c) => c.tags.some((each) => `${each.category}:${each.value}` === tag))
  const sort = search.get('sort') ?? '-recent'
  const by: Record<string, (c: Customer) => number> = { revenue: (c) => valueAt(c, t).revenue, orders: (c) => valueAt(c, t).orders, lastOrder: (c) => valueAt(c, t).last, recent: (c) => c.facts[0]?.at ?? 0 }
  const key = by[sort.replace('-', '')] ?? (() => 0)
  const sorted = list.map((c) => [key(c), c] as const).sort((a, b) => (sort.startsWith('-') ? b[0] - a[0] : a[0] - b[0])).map(([, c]) => c)
  const cut = page(sorted, search)
  return { ...cut, items: cut.items.map((c) => row(c, t)) }
})

on('GET', '/customers/:id', ({ params, search }) => {
  const c = find(params[0])
  const t = instantOf(search.get('asOf'))
  const attribute = (name: string, label: unknown, value: string, level: string) => ({ name, label, value: level === 'confidential' ? '•••••' : value, masked: level === 'confidential', level, type: 'text', source: 'import', observedAt: iso(c.first) })
  return {
    ...row(c, t),
    attributes: [attribute('city', { en: 'City', zh: '城市' }, c.city, 'internal'), attribute('gender', { en: 'Gender', zh: '性别' }, c.gender, 'internal'), attribute('birthday', { en: 'Birthday', zh: '生日' }, c.birthday, 'confidential')],
    identities: identities(c), tags: c.tags, contacts: c.contacts,
    profiles: [{ id: c.id, firstSeenAt: iso(c.first), mergedAt: null, mergeId: null, evidence: null }, { id: `${c.id}-2`, firstSeenAt: iso(c.first - DAY), mergedAt: iso(c.first), mergeId: 'm1', evidence: 'anonymous → identified' }],
    merges: [{ id: 'm1', member: `${c.id}-2`, at: iso(c.first), by: 'identify', evidence: 'alias anon-7f31 → user', undoneAt: null }],
    counts: { facts: c.facts.filter((f) => f.at <= t).length, orders: valueAt(c, t).orders },
  }
})
const factOut = (f: Fact, c: Customer) => ({ id: f.id, kind: f.kind, group: f.group, occurredAt: iso(f.at), recordedAt: iso(f.at + 1200), subject: f.subject, amount: f.amount === null ? null : money(f.amount), attributes: f.attributes, source: f.source, historical: false, profile: c.id })
on('GET', '/customers/:id/timeline', ({ params, search }) => {
  const c = find(params[0])
  const group = search.getAll('group')
  const cut = page(c.facts.filter((f) => group.length === 0 || group.includes(f.group)), search)
  return { ...cut, items: cut.items.map((f) => factOut(f, c)) }
})
on('GET', '/facts/:id', ({ params }) => {
  for (const c of world.customers) {
    const f = c.facts.find((each) => each.id === params[0])
    if (f) return { ...factOut(f, c), why: { source: f.source, recordedAt: iso(f.at + 1200), profile: c.id, key: uuid(), intake: { channel: 'api', messageId: `msg-${f.id.slice(0, 8)}`, event: f.kind, receivedAt: iso(f.at + 1100) } } }
  }
  throw new Refused(404, 'shared.not-found', 'No such fact')
})
on('POST', '/customers/:id/reveal', ({ params, body }) => {
  const c = find(params[0])
  audit.unshift({ id: uuid(), at: new Date().toISOString(), actor: 'Lin Mei', action: 'customer.reveal', target: c.id, details: body })
  const clear: Record<string, string> = { [`identity:${c.id}-p`]: `+86 ${c.phone}`, [`identity:${c.id}-e`]: c.email ?? '', [`identity:${c.id}-w`]: 'oX3fJ0a2b9kQ', 'attribute:birthday': c.birthday, 'attribute:name': c.name }
  return { values: Object.fromEntries((body.fields as string[]).map((field) => [field, clear[field] ?? c.name])) }
})
on('POST', '/customers/:id/tags', ({ params, body }) => {
  const tag = { id: uuid(), schedule: null, source: 'chat', setBy: 'Lin Mei', setAt: new Date().toISOString(), ...(body as { category: string; value: string }) }
  find(params[0]).tags.push(tag)
  return tag
})
on('DELETE', '/customers/:id/tags/:tag', ({ params }) => {
  const c = find(params[0])
  c.tags = c.tags.filter((tag) => tag.id !== params[1])
  return { status: 204 }
})
on('POST', '/customers/:id/contacts', ({ params, body }) => {
  const contact = { id: uuid(), customer: null, note: '', ...(body as { name: string; relation: string; buyingRole: string }) }
  find(params[0]).contacts.push(contact)
  return contact
})
on('DELETE', '/customers/:id/contacts/:contact', ({ params }) => {
  const c = find(params[0])
  c.contacts = c.contacts.filter((each) => each.id !== params[1])
  return { status: 204 }
})
on('POST', '/customers/:id/merge', () => ({ mergeId: uuid() }))
on('DELETE', '/merges/:id', () => ({ status: 204 }))
on('POST', '/customers/:id/erasure', ({ params }) => ({ status: 202, body: { id: uuid(), state: 'done', stores: [{ store: 'customers', records: 4 }, { store: 'timelines', records: find(params[0]).facts.length }], requestedAt: iso(NOW), finishedAt: iso(NOW) } }))
on('GET', '/customers/:id/export', ({ params }) => ({ text: JSON.stringify(find(params[0])), headers: { 'Content-Disposition': 'attachment; filename="customer.json"' } }))
on('GET', '/tags', () => {
  const counts = new Map<string, number>()
  world.customers.forEach((c) => c.tags.forEach((tag) => counts.set(`${tag.category}:${tag.value}`, (counts.get(`${tag.category}:${tag.value}`) ?? 0) + 1)))
  return [...counts].map(([key, customers]) => ({ category: key.split(':')[0], value: key.split(':')[1], customers }))
})
const attributes = [
  { name: 'city', label: { en: 'City', zh: '城市' }, type: 'text', level: 'internal', source: 'import', declared: true, customers: 881 }, { name: 'gender', label: { en: 'Gender', zh: '性别' }, type: 'text', level: 'internal', source: 'import', declared: true, customers: 874 },
  { name: 'birthday', label: { en: 'Birthday', zh: '生日' }, type: 'date', level: 'confidential', source: 'import', declared: true, customers: 610 }, { name: 'favourite_tea', label: { en: 'favourite_tea', zh: 'favourite_tea' }, type: 'text', level: 'confidential', source: 'segment', declared: false, customers: 212 },
]
on('GET', '/attributes', () => attributes)
on('PUT', '/attributes/:name', ({ params, body }) => Object.assign(attributes.find((a) => a.name === params[0]) ?? {}, body, { declared: true }))

const orderOut = (o: Order) => ({ number: o.number, customer: o.customer, at: iso(o.at), total: money(o.total), net: money(o.total - o.refunded), refunded: money(o.refunded), profit: money(o.total - o.refunded - o.cost), status: o.status, channel: o.channel, store: o.store, lines: o.lines.length, source: 'segment', roundingMicros: 0 })
on('GET', '/orders', ({ search }) => {
  const q = (search.get('q') ?? '').toLowerCase()
  const status = search.get('status')
  const who = search.get('customer')
  const anonymous = search.get('anonymous')
  const [from, to] = [search.get('from'), search.get('to')]
  const list = allOrders().filter((o) => world.loaded && (!q || o.number.toLowerCase().includes(q)) && (!status || o.status === status) && (!who || o.customer === who) && (!anonymous || String(o.customer === null) === anonymous) && (!from || o.at >= instantOf(from)) && (!to || o.at < instantOf(to)))
  if (search.get('sort')?.includes('total')) list.sort((a, b) => (search.get('sort')?.startsWith('-') ? b.total - a.total : a.total - b.total))
  const cut = page(list, search)
  return { ...cut, items: cut.items.map(orderOut) }
})
on('GET', '/orders/:number', ({ params }) => {
  const o = allOrders().find((each) => each.number === params[0])
  if (!o) throw new Refused(404, 'shared.not-found', 'There is no such order')
  return { ...orderOut(o), items: o.lines, refunds: o.refundAt ? [{ refund: 'r1', at: iso(o.refundAt), amount: money(o.refunded), source: 'segment', lines: [] }] : [], adjustments: [], cancelledAt: null }
})
on('GET', '/products', ({ search }) => {
  const q = (search.get('q') ?? '').toLowerCase()
  const category = search.get('category')
  const list = PRODUCTS.filter((p) => `${p.sku} ${p.name}`.toLowerCase().includes(q) && (!category || p.category === category))
  const cut = page(list, search)
  return { ...cut, items: cut.items.map((p) => ({ ...p, price: money(p.price), cost: p.cost === null ? null : money(p.cost), revenue: money(p.revenue) })) }
})
on('PATCH', '/products/:sku', ({ params, body }) => {
  const p = PRODUCTS.find((each) => each.sku === params[0])
  if (p) p.cost = Number(body.cost)
  return { ...p }
})
on('GET', '/stores', () => STORES.map((name) => ({ code: name, name })))
on('GET', '/channels', () => CHANNELS.map((name) => ({ code: name, name: null })))
on('GET', '/categories', () => [...new Set(PRODUCTS.map((p) => p.category))].map((name) => ({ name, products: PRODUCTS.filter((p) => p.category === name).length })))
