import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { http } from '@/lib/http'
import type { Label } from '@/lib/types'

export interface Point {
  customers: number
  share: number
}

export interface Top {
  percent: number
  customers: number
  share: number | null
  amount: number
  open?: string
}

export interface Tier {
  tier: number | string
  label: Label
  percent: number
  customers: number
  amount: number
  share: number | null
  open?: string
}

export interface Pareto {
  asOf?: string
  measure: 'revenue' | 'profit'
  currency: string | null
  customers: number
  amount?: number
  curve: Point[]
  gini: number | null
  top: Top[]
  customersFor80: number
  pyramid: Tier[]
}

export function usePareto(measure: string, asOf: string) {
  return useQuery({
    queryKey: ['pareto', measure, asOf],
    queryFn: ({ signal }) => http.get<Pareto>('/pareto', { measure, asOf }, signal),
    placeholderData: keepPreviousData,
  })
}
