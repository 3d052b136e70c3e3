import type { Detail } from '../types'

export interface Estimate {
  value: number
  low: number
  high: number
}

export interface Answer {
  raw: Estimate | null
  lack: string | null
  shrunk: Estimate | null
}

export interface CategoryAnswer {
  category: string | null
  products: number
  used: number
  changed: number
  promotions: number
  units: number
  dealUnits: number
  depth: number | null
  price: Answer
  promotion: Answer
  after: Answer
  gained: number | null
  lost: number | null
  buyers: number
  open: string
}

export interface DealMonth {
  month: string
  items: number
  deals: number
  customers: number
  open: string
}

export interface DealClass {
  kind: string
  customers: number
  share: number
  spent: number
  open: string
}

export interface DealCell {
  kind: string
  spentFrom: number
  spentBelow: number | null
  customers: number
  spent: number
  open: string
}

export interface Response {
  asOf: string
  run: Detail | null
  currency: string | null
  demands: {
    items: number
    deals: number
    listed: number
    leastProducts: number
    price: Estimate | null
    promotion: Estimate | null
    categories: CategoryAnswer[]
    months: DealMonth[]
  }
  customers: number
  open: string
  classes: DealClass[]
  map: DealCell[]
}
