export interface Rates {
  margin: number
  marginFrom: 'settings' | 'models' | 'costs' | 'revenue'
  discountYearly: number
  discountFrom: 'settings' | 'models'
  growthYearly: number
  years: number | null
  atOnce: boolean
}

export interface EconomicsSettings {
  margin: number | null
  discountYearly: number | null
  growthYearly: number
  years: number | null
  atOnce: boolean
  acquisitionCost: number | null
  contactCost: number | null
}

export interface Kept {
  of: number
  kept: number
  share: number
  low: number
  high: number
}

export interface Step {
  period: number
  kept: Kept
  open: string
  openKept: string
  openLeft: string
}

export interface Period {
  period: number
  reached: number
  openReached: string
  customers: number
  open: string
  orders: number
  revenue: number
  priceIndex: number | null
  profit: number
  parts: { part: string; amount: number }[]
}

export interface Lever {
  lever: 'retention' | 'margin' | 'discount' | 'acquisition-cost'
  from: number
  to: number
  each: number
  elasticity: number | null
  customers: number
  open: string
  all: number
}

export interface Worth {
  margin: number
  periods: number
  retention: number
  discount: number
  multiple: number | null
  customers: number
  open: string
  value: number | null
  total: number | null
  fresh: number
  openFresh: string
  changes: Lever[]
  curve: { points: number; retention: number; multiple: number; value: number; total: number }[]
}

export interface Economics {
  asOf: string
  currency: string | null
  every: 'year' | 'half' | 'quarter'
  settings: EconomicsSettings
  rates: Rates
  customers: number
  open: string
  overall: Kept | null
  steps: Step[]
  periods: Period[]
  lacking: { part: string; needs: string }[]
  worth: Worth | null
}
