import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { http } from '@/lib/http'
import type { Label, Money } from '@/lib/types'

export interface Count {
  value: number
  previous?: number | null
  open?: string | null
}

export interface Sum {
  value: Money | null
  previous?: Money | null
  open?: string | null
}

export interface Month {
  month: string
  revenue: number | Money
  orders: number
  refunds: number | Money
}

export interface Stage {
  key: string
  label: Label
  customers: number
  revenue?: Money | number
  open?: string | null
}

export interface Change {
  key: string
  label: Label
  value: number
  previous?: number | null
  open?: string | null
}

export interface Overview {
  asOf: string
  /** The length of the period, and of the one before it. */
  days: number
  customers: Count
  newCustomers: Count
  activeCustomers: Count
  revenue: Sum
  orders: Count
  /** Orders that are in no sum, for want of an exchange rate. */
  unratedOrders?: number
  averageOrder: Sum
  refunds: Sum
  profit: Sum | null
  anonymous: { orders: number; revenue: Money | null; open?: string | null }
  revenueByMonth: Month[]
  stages: Stage[]
  changes: Change[]
  topProducts: { sku: string; name: string | null; quantity: number; revenue: number | Money }[]
  channels: { channel: string; orders: number; revenue: number | Money }[]
  freshness: { lagMillis: number; lastFactAt: string | null; facts: number }
  needsYou: { key: string; label?: Label; count: number; open: string }[]
  currency: string | null
}

/** Amounts of a series come as minor units or as money; a chart needs the number. */
export const amountOf = (value: number | Money) => (typeof value === 'number' ? value : value.amount)

export function useOverview(asOf: string, compare: string) {
  return useQuery({
    queryKey: ['overview', asOf, compare],
    queryFn: ({ signal }) => http.get<Overview>('/overview', { asOf, compare }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: asOf ? false : 30_000,
  })
}
