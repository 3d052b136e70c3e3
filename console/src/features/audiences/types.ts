import type { Label, MaskedIdentity } from '@/lib/types'
import type { Json } from './language/types'

export type AudienceState = 'live' | 'evaluating' | 'failed'

export interface Audience {
  id: string
  name: string
  description: string | null
  folder: string | null
  owner: string | null
  kind: 'dynamic' | 'static'
  state: AudienceState
  size: number
  enteredWeek: number
  leftWeek: number
  lagMillis: number | null
  lastError: string | null
  version: number
  updatedAt: string
  usedBy: number
}

export interface Version {
  version: number
  by: string
  at: string
  condition: Json
  note: string | null
}

export interface Use {
  kind: string
  id: string
  name: string
}

export interface AudienceDetail extends Audience {
  condition: Json
  sentence: Label | null
  versions: Version[]
  uses: Use[]
  dependsOn: (Use | string)[]
  /** The change that is being tried beside the live condition, if there is one. */
  change?: { id: string; state: Change['state'] } | string | null
}

export interface Change {
  state: 'evaluating' | 'ready' | 'applied' | 'discarded'
  entering: number | null
  leaving: number | null
  staying: number | null
}

export interface SampleRow {
  id: string
  name: string | null
  identities?: MaskedIdentity[]
  stage?: { stage: string; label: Label } | null
  value?: { orders: number } | null
}

export interface Preview {
  count: number
  total: number
  asOf: string
  /** How many have an address on each channel. */
  addresses?: Record<string, number>
  /** How many of these gave their consent there. */
  reach: Record<string, number>
  sample: SampleRow[]
  /** The query of the list of exactly these. */
  open?: string | null
  steps: { pointer: string; sentence: Label; count: number }[]
  millis: number
}

/** @property facts how many facts counted */
export interface WhyClause {
  condition?: Json
  sentence: Label
  truth: boolean | 'true' | 'false' | 'unknown'
  value?: Json
  facts?: number
  lastAt?: string | null
  until?: string | null
  of?: WhyClause[]
}

export interface Why {
  holds: boolean
  until: string | null
  clause: WhyClause
}

export interface TrendDay {
  day: string
  size: number
  entered: number
  left: number
}

export interface Overlap {
  id: string
  name: string
  both: number
  either: number
  share: number
}

/** What can be asked about, as far as the data at hand has it. Words come bare or with a label. */
export type Word = string | { key?: string; name?: string; id?: string; label?: Label | string | null }

export interface KindWord {
  key: string
  label?: Label | null
  attributes?: { name: string; type?: string; examples?: (string | number | boolean)[] }[]
}

export interface AttributeWord {
  name: string
  label?: Label | string | null
  type?: string
  level?: string
  examples?: (string | number | boolean)[]
}

export interface Vocabulary {
  kinds: KindWord[]
  attributes: AttributeWord[]
  tags: { category: string; values: string[] }[]
  schemes: { key: string; label?: Label | null; stages: Word[] }[]
  models: { key: string; label?: Label | null; figures: { key: string; type?: string; label?: Label | null; values?: (string | number)[] }[] }[]
  audiences: { id: string; name: string }[]
  identities: Word[]
  purposes: Word[]
  channels: Word[]
}

/** How large an audience would have been on past days, by the condition of a version. */
export interface Backtest {
  id: string
  version: number
  condition: AudienceDetail['condition']
  job: string
  /** Null while it is not done. */
  curve: { asOf: string; size: number }[] | null
  millis: number | null
  by: string
  at: string
}

/** From what a list was made. */
export interface Origin {
  made: { in: string[]; asOf: string; by: string }
  customers: number
  /** Of which the selections speak, as it was then. */
  audience: string | null
  name: string | null
  version: number | null
  at: string
}
