import type { FigureSpec, ScoreSettings } from '@/lib/scores'
import type { Label, MaskedIdentity } from '@/lib/types'

export interface Items<T> {
  items: T[]
}

export interface Queued {
  run: string
  job: string
}

export interface Lack {
  what: string
  has: number
  needs: number
}

export interface Run {
  id: string
  model: string
  version: number
  undoes: string | null
  undone: boolean
  asOf: string
  state: 'queued' | 'running' | 'done' | 'lacking' | 'failed' | 'cancelled'
  by: string
  job: string | null
  queuedAt: string
  finishedAt: string | null
  customers: number | null
  changed: number | null
  lack: Lack | null
}

export interface Schedule {
  every: 'day' | 'week'
  weekday: string | null
  at: string
  due?: string | null
}

export interface Card {
  model: string
  label: Label
  version: number
  figures: FigureSpec[]
  last: Run | null
  latest: Run | null
  running: Run | null
  schedule: Schedule | null
}

export interface Move {
  figure: string
  changed: number
  meanBefore: number | null
  meanNow: number | null
  meanChange: number | null
  ways: { from: string; to: string; customers: number }[]
}

export interface Moves {
  before: number
  now: number
  came: number
  gone: number
  changed: number
  figures: Move[]
}

export interface Parameter {
  name: string
  value: number | null
  standardError: number | null
}

export interface Detail<R = unknown> {
  run: Run
  settings: ScoreSettings
  parameters: Parameter[] | null
  report: R | null
  moves: Moves | null
}

export interface HoldOutError {
  sum: number
  meanAbsolute: number
  rootMeanSquare: number
}

export interface HeldOut {
  model: string
  calibrationEnd: number
  days: number
  result: { model: HoldOutError; nothing: HoldOutError; asBefore: HoldOutError; actual: number; byCount: { repeats: number; customers: number; actual: number; predicted: number }[] }
  /** Errors of the same model without covariates. */
  without?: HoldOutError | null
  weeks: { week: number; actual: number; expected: number }[]
}

export interface ClvReport {
  model: string
  limit: string | null
  candidates: { model: string; limit: string | null; logLikelihood: number; likelihoodRatio: number; conditionNumber: number | null }[]
  spend: string
  spendWhy: string | null
  correlation: number | null
  horizonWeeks: number
  discountYearly: number
  margin: number
  marginFrom: 'settings' | 'costs' | 'revenue'
  currency: string | null
  customers: number
  repeatBuyers: number
  meanOrder: number
  /** Runs of before there was a choice do not tell. */
  covariates?: Differences | null
  holdOut: HeldOut | null
}

export interface Level {
  covariate: string
  level: string | null
  customers: number
}

export interface Times {
  times: number
  low: number | null
  high: number | null
}

export interface Differences {
  chosen: string[]
  refused: Level | null
  why: 'constant' | 'collinear' | 'separated' | null
  against: Level[]
  effects: { value: Level; buys: Times; leaves: Times }[]
  likelihoodRatio: number
  degrees: number
  chance: number
}

export interface Dimension {
  dimension: 'duration' | 'share' | 'breadth'
  known: number
  mean: number | null
  open: string
  steps: { from: number; below: number | null; customers: number; value: number; open: string }[]
}

export interface Bin {
  from: number
  below: number | null
  customers: number
  sum: number
  open: string
}

export interface MapCell {
  aliveFrom: number
  aliveBelow: number | null
  worthFrom: number
  worthBelow: number | null
  customers: number
  value: number
  open: string
}

export interface ExpectedCell {
  purchases: number
  purchasesTo: number | null
  weeks: number
  weeksBelow: number | null
  customers: number
  orders: number
  open: string
}

export interface Value {
  asOf: string
  run: Detail<ClvReport> | null
  currency: string | null
  customers: number
  open: string
  total: number
  curve: { customers: number; value: number }[]
  gini: number | null
  values: Bin[]
  alive: Bin[]
  map: MapCell[]
  expected: ExpectedCell[]
  dimensions: Dimension[]
  covariates: { covariate: string; label: Label }[]
}

export interface ChurnReport {
  windowDays: number
  windowFrom: 'settings' | 'rhythm'
  usualGap: number
  trained: number
  left: number
  separated: boolean
  /** Runs of before there was a choice do not tell. */
  method?: 'logistic' | 'boosted'
  methodFrom?: 'settings' | 'validation'
  candidates?: { method: string; auc: number; brier: number; logLoss: number }[]
  validation: {
    customers: number
    left: number
    auc: number
    brier: number
    brierOfBase: number
    logLoss: number
    topDecileLift: number
    calibration: { customers: number; told: number; happened: number }[]
    lift: number[]
  }
  effects: { feature: string; coefficient: number }[]
}

export interface WordCount {
  word: string
  customers: number
  open: string
}

export interface Action {
  customer: string
  risk: number
  overdue: number
  reason: string | null
  reason2: string | null
  value: number
  stake: number
}

export interface Churn {
  asOf: string
  run: Detail<ChurnReport> | null
  currency: string | null
  customers: number
  open: string
  risks: Bin[]
  bands: WordCount[]
  reasons: WordCount[]
  valueKnown: boolean
  worthwhile: number
  openWorthwhile: string
  actions: Action[]
}

export interface ChurnView {
  page: Churn
  customers: { customer: string; name: string | null; identities: MaskedIdentity[]; erased: boolean }[]
}
