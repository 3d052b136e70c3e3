import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { http } from '@/lib/http'
import type { MaskedIdentity, Money, Page } from '@/lib/types'

export interface Buyer {
  customer: string
  name: string | null
  identities: MaskedIdentity[]
  erased: boolean
}

export interface Order {
  number: string
  customer: string | null
  /** How the customer is called, masked for who may not see it. */
  buyer?: Buyer | null
  at: string
  total: Money
  net: Money
  refunded: Money
  profit: Money | null
  status: string
  channel: string | null
  store: string | null
  lines: number
  source: string
  roundingMicros: number
}

export interface Line {
  sku: string | null
  name: string | null
  category: string | null
  quantity: number
  unitPriceMicros: number
  amountMicros: number
  unitCostMicros: number | null
}

export interface Happening {
  kind?: string
  refund?: string
  at: string
  amount?: Money
  difference?: Money
  reason?: string | null
  source?: string
}

export interface OrderDetail extends Order {
  items: Line[]
  refunds: Happening[]
  adjustments: Happening[]
  cancelledAt: string | null
}

export const ORDERS_SHAPE = { q: '', customer: '', from: '', to: '', anonymous: '', status: '', asOf: '', sort: '', order: '' }
export type OrdersQuery = Record<keyof typeof ORDERS_SHAPE, string>

export function useOrders(state: OrdersQuery) {
  const { q, customer, from, to, anonymous, status, asOf, sort } = state
  const query = { q, customer, from, to, anonymous, status, asOf, sort }
  return useInfiniteQuery({
    queryKey: ['orders', query],
    queryFn: ({ pageParam, signal }) =>
      http.get<Page<Order>>('/orders', { ...query, limit: 50, cursor: pageParam, include: pageParam ? undefined : 'total' }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })
}

export function useOrder(number: string) {
  return useQuery({ queryKey: ['order', number], queryFn: () => http.get<OrderDetail>(`/orders/${encodeURIComponent(number)}`), enabled: number !== '' })
}
