import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { http } from '@/lib/http'
import type { Rates } from './types'

export interface Ahead {
  customers: number
  open: string
  total: number
  model: number | null
  difference: number | null
  apart: number | null
}

export interface Way {
  way: 'historic' | 'formula' | 'cohort'
  lacks: 'second-year' | 'month' | null
  value: number | null
  formula: { averageOrder: number; ordersYearly: number; retention: number; years: number } | null
  ahead: Ahead | null
}

export interface Acquired {
  month: string
  customers: number
  open: string
  margin: number[]
}

export interface Ways {
  asOf: string
  currency: string | null
  rates: Rates
  weeks: number
  discounted: boolean
  customers: number
  open: string
  model: { asOf: string; customers: number; open: string; total: number } | null
  ways: Way[]
  cohorts: Acquired[]
  average: { month: number; customers: number; open: string; margin: number }[]
  paidBack: number | null
}

export const useWays = (asked: { asOf: string; discounted?: string }) =>
  useQuery({ queryKey: ['models', 'economics', 'ways', asked], queryFn: ({ signal }) => http.get<Ways>('/models/economics/ways', asked, signal), placeholderData: keepPreviousData })
