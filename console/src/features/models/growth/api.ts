import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { http } from '@/lib/http'

export interface Period {
  from: string
  to: string
  customers: number
  orders: number
  total: number
  fitted: number | null
  open: string
}

export interface GrowthForm {
  form: string
  parameters: { name: string; value: number | null; standardError: number | null }[]
  residualSumOfSquares: number
  aicc: number
  behind: number
  weight: number
  ceiling: number | null
  peak: string | null
}

export interface Ahead {
  from: string
  expected: number
  low: number
  high: number
  total: number
  totalLow: number
  totalHigh: number
}

export interface Outlook {
  stage: 'cold-start' | 'growth' | 'mature' | 'decline'
  ceiling: number | null
  ceilingLow: number | null
  ceilingHigh: number | null
  turned: boolean
  told: boolean
  level: number
  draws: number
  ahead: Ahead[]
  holdOut: { periods: number; form: string; inside: number; expected: number; happened: number } | null
}

export interface Growth {
  asOf: string
  every: 'week' | 'month'
  customers: number
  open: string
  periods: Period[]
  complete: number
  needed: number
  forms: GrowthForm[]
  outlook: Outlook | null
}

export interface Cell {
  after: number
  active: number
  revenue: number
  open: string
  partial: boolean
}

export interface Cohorts {
  asOf: string
  currency: string | null
  customers: number
  months: { month: string; customers: number; open: string; cells: Cell[] }[]
  averages: number[]
}

export const useGrowth = (asked: { every: string; asOf: string }) =>
  useQuery({ queryKey: ['growth', asked], queryFn: ({ signal }) => http.get<Growth>('/growth', asked, signal), placeholderData: keepPreviousData })

export const useCohorts = (asOf: string) =>
  useQuery({ queryKey: ['growth', 'cohorts', asOf], queryFn: ({ signal }) => http.get<Cohorts>('/growth/cohorts', { asOf }, signal), placeholderData: keepPreviousData })
