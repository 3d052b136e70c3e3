import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { http } from '@/lib/http'
import type { Money, Page } from '@/lib/types'
import type { Customer, CustomerRow, Fact, FactOrigin, Schedule } from './types'

export interface CustomersQuery {
  q: string
  in: string[]
  asOf: string
  tag: string
  sort: string
  kind?: string
}

const one = (id: string) => `/customers/${encodeURIComponent(id)}`

export function useCustomers(query: CustomersQuery) {
  return useInfiniteQuery({
    queryKey: ['customers', query],
    queryFn: ({ pageParam, signal }) =>
      http.get<Page<CustomerRow>>('/customers', { ...query, limit: 50, cursor: pageParam, include: pageParam ? undefined : 'total' }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })
}

export function useCustomer(id: string, asOf: string) {
  return useQuery({ queryKey: ['customer', id, asOf], queryFn: () => http.get<Customer>(one(id), { asOf }), placeholderData: keepPreviousData })
}

export interface TimelineQuery {
  group: string[]
  from: string
  to: string
}

export function useTimeline(id: string, query: TimelineQuery) {
  return useInfiniteQuery({
    queryKey: ['timeline', id, query],
    queryFn: ({ pageParam, signal }) => http.get<Page<Fact>>(`${one(id)}/timeline`, { ...query, limit: 60, cursor: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })
}

export function useFact(id: string | null) {
  return useQuery({ queryKey: ['fact', id], queryFn: () => http.get<FactOrigin>(`/facts/${id}`), enabled: id !== null })
}

export interface CustomerOrder {
  number: string
  at: string
  total: Money
  net: Money
  refunded: Money
  status: string
  channel: string | null
  lines: number
}

export function useOrdersOf(id: string) {
  return useQuery({ queryKey: ['orders-of', id], queryFn: () => http.get<Page<CustomerOrder>>('/orders', { customer: id, limit: 100, include: 'total' }) })
}

export function useTags() {
  return useQuery({ queryKey: ['tags'], queryFn: () => http.get<{ category: string; value: string; customers: number }[] | Page<{ category: string; value: string; customers: number }>>('/tags') })
}

/** A change of one customer; what is shown of that customer is read again afterwards. */
function useChange<V, R = unknown>(id: string, change: (input: V) => Promise<R>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () =>
      Promise.all([['customer', id], ['timeline', id], ['customers'], ['tags']].map((queryKey) => client.invalidateQueries({ queryKey }))),
  })
}

export interface NewTag {
  category: string
  value: string
  schedule?: Schedule
  source: string
}

export interface NewContact {
  name: string
  relation: string
  buyingRole: string
  note?: string
}

export const useAddTag = (id: string) => useChange(id, (tag: NewTag) => http.post(`${one(id)}/tags`, tag))
export const useRemoveTag = (id: string) => useChange(id, (tag: string) => http.remove(`${one(id)}/tags/${tag}`))
export const useAddContact = (id: string) => useChange(id, (contact: NewContact) => http.post(`${one(id)}/contacts`, contact))
export const useRemoveContact = (id: string) => useChange(id, (contact: string) => http.remove(`${one(id)}/contacts/${contact}`))
export const useMerge = (id: string) => useChange(id, (body: { member: string; reason: string }) => http.post<{ mergeId: string }>(`${one(id)}/merge`, body))
export const useUnmerge = (id: string) => useChange(id, (mergeId: string) => http.remove(`/merges/${mergeId}`))

export interface Certificate {
  id: string
  job?: string | null
  state: string
  stores: { store: string; records: number }[]
  finishedAt: string | null
}

export const useErase = (id: string) =>
  useChange(id, () => http.post<Certificate>(`${one(id)}/erasure`, undefined, { 'Idempotency-Key': `erase-${id}` }))

export function useReveal(id: string) {
  return useMutation({
    mutationFn: (body: { fields: string[]; reason: string }) => http.post<{ values: Record<string, string> }>(`${one(id)}/reveal`, body),
  })
}
