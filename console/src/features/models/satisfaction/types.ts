export interface Interval {
  value: number | null
  low: number | null
  high: number | null
}

export interface Count {
  customers: number
  open: string | null
}

export interface Rated {
  mean: Interval
  high: Interval
  satisfied: Count
  others: Count
}

export interface Attribute {
  name: string
  customers: number
  importance: number | null
  expected: number | null
  perceived: number
  gap: Interval
  weighted: number | null
  quadrant: 'CONCENTRATE_HERE' | 'KEEP_UP' | 'LOW_PRIORITY' | 'POSSIBLE_OVERKILL' | null
  disappointed: Count
}

export type Rule = 'weighted' | 'conjunctive' | 'lexicographic'

export interface Preferences {
  brands: string[]
  attributes: string[]
  customers: number
  shares: Record<Rule, number[]>
  disagree: Count
  lost: Count
}

export interface After {
  customers: Count
  again: Count
  rate: Interval
}

export interface Recovery {
  complained: Count
  again: Count
  rate: Interval
  expected: number | null
  others: number
  answers: (After & { within: string })[]
}

export interface Satisfaction {
  asOf: string
  days: number
  enough: number
  missing: Role[]
  nps: { score: Interval; promoters: Count; passives: Count; detractors: Count } | null
  months: { month: string; customers: Count; score: Interval }[]
  types: { type: string; customers: Count; score: Interval }[]
  csat: Rated | null
  ces: Rated | null
  attributes: Attribute[]
  choice: Preferences | null
  again: (After & { attitude: string })[]
  recovery: Recovery | null
}

export const ROLES = ['importance', 'expected', 'perceived', 'nps', 'csat', 'ces', 'spend', 'rank', 'brands'] as const
export type Role = (typeof ROLES)[number]

export interface Meaning {
  role: Role
  about: string | null
  brand: string | null
}

export interface Meant {
  survey: string
  question: string
  meaning: Meaning
}

export interface Asked {
  survey: string
  question: string
  answers: number
  meaning: Meaning | null
  said: boolean
}
