import { query } from './http'

export const ROUTES = {
  signIn: '/sign-in',
  overview: '/',
  customers: '/know/customers',
  orders: '/know/orders',
  imports: '/know/imports',
  newImport: '/know/imports/new',
  inbox: '/know/inbox',
  catalogue: '/know/catalogue',
  rfm: '/understand/rfm',
  lifecycle: '/understand/lifecycle',
  pareto: '/understand/pareto',
  models: '/understand/models',
  value: '/understand/value',
  churn: '/understand/churn',
  baskets: '/understand/baskets',
  influence: '/understand/influence',
  wallet: '/understand/wallet',
  satisfaction: '/understand/satisfaction',
  clusters: '/understand/clusters',
  growth: '/understand/growth',
  audiences: '/choose/audiences',
  audienceSets: '/choose/audiences/sets',
  newAudience: '/choose/audiences/new',
  portrait: '/choose/portrait',
  combinations: '/choose/combinations',
  lookAlikes: '/choose/look-alikes',
  choice: '/choose/selection',
  tags: '/choose/tags',
  settings: '/settings/general',
  data: '/settings/data',
  keys: '/settings/keys',
} as const

export interface CustomersLink {
  in?: string | string[]
  asOf?: string
  q?: string
  tag?: string
  sort?: string
}

/** The address that lists exactly the customers behind a figure. */
export function customersLink(link: CustomersLink): string {
  return `${ROUTES.customers}${query({ ...link, in: typeof link.in === 'string' ? [link.in] : link.in })}`
}

/** The server gives the query of a figure; it may come bare ("in=…") or as a whole address. */
export function openLink(open: string, asOf?: string): string {
  if (open.startsWith('/')) return open
  const search = new URLSearchParams(open.replace(/^\?/, ''))
  if (asOf && !search.has('asOf')) search.set('asOf', asOf)
  const text = search.toString()
  return text ? `${ROUTES.customers}?${text}` : ROUTES.customers
}

/** The purchases of one customer that a figure counts: not cancelled, and placed by the instant of the figure. */
export const purchasesLink = (customer: string, asOf?: string) => `${ROUTES.orders}${query({ customer, status: 'sold', asOf })}`

export const customerLink = (id: string) => `${ROUTES.customers}/${encodeURIComponent(id)}`
