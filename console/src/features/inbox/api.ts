import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { http } from '@/lib/http'
import type { Page } from '@/lib/types'

export interface Entry {
  id: string
  receivedAt: string
  source: string
  channel: string
  code: string
  pointer?: string
  message: string
  messageId: string | null
  preview: string
  state: string
  /** JSON text; null in lists and for those who may not see personal data. */
  payload?: string | object | null
}

export interface Reason {
  code: string
  message?: string
  count: number
  lastAt: string
}

export interface LiveEvent {
  receivedAt: string
  occurredAt: string
  source: string
  type: string
  event: string | null
  messageId: string | null
  attributes: string[]
  historical: boolean
  outcome: string
}

const KEYS = [['inbox'], ['inbox-summary'], ['inbox-entry'], ['overview']]

export function useInbox(state: string, code: string) {
  return useInfiniteQuery({
    queryKey: ['inbox', state, code],
    queryFn: ({ pageParam, signal }) => http.get<Page<Entry>>('/inbox', { state, code, limit: 50, cursor: pageParam, include: pageParam ? undefined : 'total' }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })
}

export const useSummary = () => useQuery({ queryKey: ['inbox-summary'], queryFn: () => http.get<Reason[] | Page<Reason>>('/inbox/summary').then((answer) => (Array.isArray(answer) ? answer : answer.items)) })
export const useEntry = (id: string | null) => useQuery({ queryKey: ['inbox-entry', id], queryFn: () => http.get<Entry>(`/inbox/${id}`), enabled: id !== null })

function useInboxChange<V, R>(change: (input: V) => Promise<R>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: change, onSettled: () => Promise.all(KEYS.map((queryKey) => client.invalidateQueries({ queryKey }))) })
}

/** Saves the mended payload and sends it through the intake again. */
export const useFixAndReplay = () =>
  useInboxChange(async ({ id, payload }: { id: string; payload: string | null }) => {
    if (payload !== null) await http.put<Entry>(`/inbox/${id}`, { payload })
    return http.post<Entry>(`/inbox/${id}/replay`)
  })
export const useDismiss = () => useInboxChange((id: string) => http.post<Entry>(`/inbox/${id}/dismiss`))
export const useReplayAll = () => useInboxChange((code: string) => http.post<{ replayed: number; stillRejected?: number }>('/inbox/replay', { code }))

export const useLive = (running: boolean) =>
  useQuery({ queryKey: ['live'], queryFn: () => http.get<Page<LiveEvent>>('/events/live', { limit: 100 }), refetchInterval: running ? 2000 : false })
