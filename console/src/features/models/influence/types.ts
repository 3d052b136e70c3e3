import type { ChurnView } from '../types'

export type Role = 'kol' | 'koc' | 'advocate' | 'sharer'

export interface Rule {
  generationDiscount: number
  kolReach: number
  kocOrdered: number
  kocConversion: number
  points: Record<string, number>
}

export interface Leaf {
  parent: number
  ordered: boolean
  under: number
  open: string
}

export interface Tree {
  root: string
  role: Role
  under: number
  open: string
  people: Leaf[]
  more: number
}

export interface Candidate {
  customer: string
  role: Role
  rank: number
  reach: number
  joined: number
  ordered: number
  under: number
  direct: number
  carried: number
  points: number
  openDirect: string
  openOrdered: string
  openUnder: string
}

export interface Influence {
  asOf: string
  currency: string | null
  rule: Rule
  sharers: number
  open: string
  unknown: number
  loops: number
  cycles: number
  value: number
  funnel: { key: string; people: number; customers: number; open: string }[]
  roles: { role: Role; customers: number; carried: number; open: string }[]
  curve: { sharers: number; value: number; customers: number; open: string | null }[]
  gini: number | null
  trees: Tree[]
  candidates: Candidate[]
}

export interface InfluenceView {
  page: Influence
  customers: ChurnView['customers']
}
