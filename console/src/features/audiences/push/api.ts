import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { http } from '@/lib/http'
import type { Page } from '@/lib/types'

export interface Push {
  id: string
  audience: string
  url: string
  events: string[]
  level: 'id' | 'internal'
  state: 'active' | 'paused' | 'stopped'
  failures: number
  planned: number
  delivered: number
  failed: number
  createdBy: string
  createdAt: string
}

export interface Delivery {
  id: string
  event: string
  customer: string
  at: string
  state: 'planned' | 'delivered' | 'failed'
  attempts: number
  due: string | null
  triedAt: string | null
  status: number | null
  answer: string | null
  millis: number | null
}

export interface Answer {
  status: number | null
  text: string
  millis: number
}

export interface WantedPush {
  url?: string
  events?: string[]
  level?: string
  state?: string
}

const LOOK = 5000
const one = (id: string) => `/pushes/${encodeURIComponent(id)}`

export function usePushes(audience: string) {
  return useQuery({ queryKey: ['pushes', audience], queryFn: async () => (await http.get<{ items: Push[] }>(`/audiences/${encodeURIComponent(audience)}/pushes`)).items, refetchInterval: LOOK })
}

export function useDeliveries(id: string, state: string) {
  return useInfiniteQuery({
    queryKey: ['deliveries', id, state], queryFn: ({ pageParam }) => http.get<Page<Delivery>>(`${one(id)}/deliveries`, { state, cursor: pageParam, limit: 20 }),
    initialPageParam: '', getNextPageParam: (last) => last.next ?? undefined, refetchInterval: LOOK,
  })
}

function useRefreshed<A, R>(mutationFn: (argument: A) => Promise<R>) {
  const client = useQueryClient()
  return useMutation({ mutationFn, onSuccess: () => Promise.all([['pushes'], ['deliveries'], ['audience']].map((queryKey) => client.invalidateQueries({ queryKey }))) })
}

export const useCreatePush = (audience: string) => useRefreshed((wanted: WantedPush) => http.post<{ push: Push; secret: string }>(`/audiences/${encodeURIComponent(audience)}/pushes`, wanted))
export const useChangePush = () => useRefreshed(({ id, ...wanted }: WantedPush & { id: string }) => http.patch<Push>(one(id), wanted))
export const useDeletePush = () => useRefreshed((id: string) => http.remove(one(id)))
export const useRenewSecret = () => useRefreshed((id: string) => http.post<{ secret: string }>(`${one(id)}/secret`))
export const usePing = () => useRefreshed((id: string) => http.post<Answer>(`${one(id)}/ping`))
export const useReplay = () => useRefreshed(({ id, deliveries }: { id: string; deliveries?: string[] }) => http.post<{ planned: number }>(`${one(id)}/replay`, { deliveries }))
