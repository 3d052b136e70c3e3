import type { Label, MaskedIdentity, Money } from '@/lib/types'

export interface RfmBadge {
  r: number
  f: number
  m: number
  total: number
  type: string
  typeLabel?: Label
  region?: string
  regionLabel?: Label
}

export interface CustomerRow {
  id: string
  name: string | null
  masked: boolean
  erased?: boolean
  identities: MaskedIdentity[]
  firstSeenAt: string
  lastSeenAt: string
  tags: { category: string; value: string }[]
  value?: { orders: number; revenue: Money; lastOrderAt: string | null; profit?: Money | null } | null
  rfm?: RfmBadge | null
  stage?: { scheme: string; stage: string; label: Label } | null
}

export interface Attribute {
  name: string
  label: Label | string
  value: string
  /** True if the value is shown masked. */
  masked: boolean
  level: string
  type: string
  source: string | null
  observedAt: string | null
}

export interface Identity extends MaskedIdentity {
  id: string
  /** True if this reader sees it in clear. */
  clear?: boolean
  verified: boolean
  /** True if several customers use it, so that it names nobody. */
  shared?: boolean
  evidence: { source: string; at: string; text: Label | string }[]
  profile: string
}

export interface Schedule {
  days: string[]
  text: string | null
}

export interface Tag {
  id: string
  category: string
  value: string
  schedule: Schedule | null
  source: string
  setBy: string | null
  setAt: string
}

export interface Contact {
  id: string
  name: string | null
  relation: string | null
  buyingRole: string | null
  customer: string | null
  note: string | null
}

export interface Merge {
  id: string
  member: string
  at: string
  by: string | null
  evidence: unknown
  automatic?: boolean
  undoneAt: string | null
}

export interface Customer extends Omit<CustomerRow, 'identities' | 'tags'> {
  attributes: Attribute[]
  identities: Identity[]
  tags: Tag[]
  contacts: Contact[]
  profiles: { id: string; firstSeenAt: string; mergedAt: string | null; mergeId: string | null; evidence: unknown }[]
  merges: Merge[]
  counts: { facts: number; orders: number }
  redirectedFrom?: string | null
}

export interface Fact {
  id: string
  kind: string
  group: string
  occurredAt: string
  recordedAt: string
  subject: string | null
  amount: Money | null
  attributes: Record<string, unknown>
  source: string
  historical: boolean
  profile: string
}

export interface FactOrigin extends Fact {
  why?: { source: string; recordedAt: string; profile: string; customer?: string; merged?: boolean; key?: string | null; intake?: unknown } | null
}

export const GROUPS = ['orders', 'visits', 'service', 'campaigns', 'profile', 'tags'] as const
export const BUYING_ROLES = ['initiator', 'influencer', 'decider', 'buyer', 'user'] as const
export const TAG_SOURCES = ['chat', 'moments', 'orders', 'import', 'rule'] as const
export const DAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'] as const
