/** The condition language as the server publishes it (docs/conditions.md, version 1). */
export type Json = null | boolean | number | string | Json[] | JsonObject
export interface JsonObject { [name: string]: Json }

export const COMPARISONS = ['at-least', 'at-most', 'more-than', 'less-than', 'exactly'] as const
export type Comparison = (typeof COMPARISONS)[number]
export const UNITS = ['minute', 'hour', 'day', 'week', 'month', 'year'] as const
export type Unit = (typeof UNITS)[number]
export const SHORT_UNITS: readonly Unit[] = ['minute', 'hour', 'day', 'week']
export const CALENDAR_UNITS = ['day', 'week', 'month', 'year'] as const

export type Length = { amount: number; unit: Unit }
export type Scalar = string | number | boolean

export type Test =
  | { type: 'isSet' }
  | { type: 'equals'; value: Scalar }
  | { type: 'oneOf'; values: Scalar[] }
  | { type: 'contains' | 'startsWith' | 'includes'; text: string }
  | { type: 'compares'; comparison: Comparison; number: number }
  | { type: 'date'; comparison: Comparison; date: string }

export type Property = { type: 'attribute'; name: string } | { type: 'amount'; currency: string } | { type: 'subject' | 'source' | 'kind' }
export type Filter = { property: Property; test: Test; negated?: boolean }
export type Selection = { kinds?: string[]; where?: Filter[]; notCancelled?: boolean }

export type Measure =
  | { type: 'count' }
  | { type: 'distinct' | 'sum' | 'average' | 'least' | 'most' | 'first' | 'last'; of: Property }
  | { type: 'sinceFirst' | 'sinceLast'; unit: Unit }

export type Window =
  | { type: 'ever' }
  | { type: 'last' | 'older'; length: Length }
  | { type: 'calendar'; unit: (typeof CALENDAR_UNITS)[number]; first?: number; last?: number }
  | { type: 'between'; from?: string; to?: string }
  | { type: 'dates'; from?: string; to?: string }
  | { type: 'since'; fact: Selection; which: 'first' | 'last'; within?: Length }
  | { type: 'aroundAnniversary'; attribute: string; daysBefore?: number; daysAfter?: number }

export type Moment = { type: 'now' } | { type: 'ago'; length: Length } | { type: 'at'; instant: string }

export type AttributeClause = { type: 'attribute'; name: string; test: Test }
export type ChangedClause = { type: 'attributeChanged'; name: string; window?: Window }
export type AnniversaryClause = { type: 'anniversary'; attribute: string; daysBefore?: number; daysAfter?: number }
export type IdentityClause = { type: 'identity'; identity: string }
export type ConsentClause = { type: 'consent'; purpose: string; channel: string; state?: 'given' | 'withdrawn' | 'never-asked' }
export type TagClause = { type: 'tag'; category: string; value?: string; scheduledToday?: boolean }
export type ScoreClause = { type: 'score'; model: string; figure: string; test: Test; asOf?: Moment }
export type StageClause = { type: 'stage'; scheme: string; stages: string[]; asOf?: Moment }
export type StageMovedClause = { type: 'stageMoved'; scheme: string; from?: string[]; to?: string[]; window?: Window }
export type FactsClause = { type: 'facts'; facts: Selection; measure?: Measure; window?: Window; test: Test }
export type SequenceClause = { type: 'sequence'; steps: Selection[]; within?: Length; without?: Selection[]; same?: Property; window?: Window }
export type AudienceClause = { type: 'audience'; audience: string }
export type BucketClause = { type: 'bucket'; salt: string; from?: number; below: number }
export const DIMENSIONS = ['category', 'store', 'channel', 'price-band', 'weekday', 'hour'] as const
export type Dimension = (typeof DIMENSIONS)[number]
export type PreferenceClause = { type: 'preference'; dimension: Dimension; test: Test }
export type CountClause = { type: 'count'; kind: string; comparison: Comparison; number: number; lastDays?: number }
export type AmountClause = { type: 'amount'; kind: string; currency: string; comparison: Comparison; minorUnits: number; lastDays?: number }
export type SinceClause = { type: 'daysSinceFirst' | 'daysSinceLast'; kind: string; comparison: Comparison; days: number }
export type AgeClause = { type: 'customerAge'; comparison: Comparison; days: number }

export type Clause =
  | AttributeClause | ChangedClause | AnniversaryClause | IdentityClause | ConsentClause | TagClause | PreferenceClause | ScoreClause | StageClause | StageMovedClause
  | FactsClause | SequenceClause | AudienceClause | BucketClause | CountClause | AmountClause | SinceClause | AgeClause

export const GROUP_TYPES = ['all', 'any', 'none'] as const
export type GroupType = (typeof GROUP_TYPES)[number]
