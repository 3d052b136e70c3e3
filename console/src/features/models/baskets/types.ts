import type { Detail } from '../types'

export interface Rule {
  left: Item[]
  right: Item
  baskets: number
  support: number
  confidence: number
  lift: number
  leverage: number
  conviction: number | null
  customers: number
  open: string
}

export interface Item {
  key: string
  name: string
}

export interface Rules {
  asOf: string
  baskets: number
  items: number
  frequent: number
  found: number
  rules: Rule[]
}

export interface Repurchase {
  item: Item
  category: string | null
  replenishes: boolean
  buyers: number
  openBuyers: string
  again: number
  openAgain: string
  intervals: number
  withinYear: number
  lower: number | null
  median: number | null
  upper: number | null
  perUnit: boolean
  due: number
  openDue: string
  overdue: number
  openOverdue: string
  curve: { days: number; share: number }[]
}

export interface RepurchasePage {
  asOf: string
  today: string
  items: number
  replenished: number
  due: number
  openDue: string
  overdue: number
  openOverdue: string
  rows: Repurchase[]
}

export interface Sequence {
  first: Item
  then: Item
  began: number
  openBegan: string
  followed: number
  openFollowed: string
  support: number
  confidence: number
  chance: number
  lift: number
  waiting: number
  openWaiting: string
}

export interface Sequences {
  asOf: string
  days: number
  customers: number
  items: number
  found: number
  rows: Sequence[]
}

export interface Count {
  customers: number
  open: string
}

export interface Ladder {
  category: string
  customers: number
  tiers: { products: number; lowest: number; highest: number }[]
  moves: Count[][]
  once: Count[]
  risen: number | null
  fallen: number | null
}

export interface Ladders {
  asOf: string
  currency: string | null
  ladders: Ladder[]
}

export interface Bundle {
  items: Item[]
  count: number
  support: number
  lift: number
  maximal: boolean
  singles: number
  together: number
  margin: number | null
  all: number
  openAll: string
  missing: number
  openMissing: string
}

export interface Bundles {
  asOf: string
  currency: string | null
  visits: number
  found: number
  rows: Bundle[]
}

export interface Quality {
  method: string
  hit1: number
  hit3: number
  hit5: number
  hit10: number
  reciprocalRank: number
}

export interface NextReport {
  method: string
  tested: number
  products: number
  compared: number
  offered: number
  recentDays: number
  /** Not told by runs of earlier versions. */
  barred?: number
  qualities: Quality[]
  chance: Quality
}

export interface NextProduct {
  product: Item
  category: string | null
  first: number
  openFirst: string
  any: number
  openAny: string
  because: Item | null
  becauseCustomers: number
  openBecause: string | null
}

export interface Next {
  asOf: string
  run: Detail<NextReport> | null
  customers: number
  open: string
  reasoned: number
  products: NextProduct[]
  more: number
  categories: { category: string; customers: number; open: string }[]
}

export interface NeverOffered {
  products: string[]
  categories: string[]
}
