import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { http, send, type Params } from '@/lib/http'
import { isProblem } from '@/lib/problem'
import type { Page } from '@/lib/types'
import type { Json } from './language/types'
import type { Audience, AudienceDetail, Backtest, Change, Origin, Overlap, Preview, TrendDay, Why } from './types'

const items = async <T>(path: string, params?: Params) => (await http.get<{ items: T[] }>(path, params)).items
const one = (id: string) => `/audiences/${encodeURIComponent(id)}`

export interface AudienceFilter {
  q: string
  folder: string
  owner: string
  state: string
}

export function useAudiences(filter: AudienceFilter) {
  return useInfiniteQuery({
    queryKey: ['audiences', filter],
    queryFn: ({ pageParam, signal }) => http.get<Page<Audience>>('/audiences', { ...filter, limit: 50, cursor: pageParam, include: pageParam ? undefined : 'total' }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: (query) => (query.state.data?.pages.some((page) => page.items.some((each) => each.state === 'evaluating')) ? 2000 : false),
  })
}

interface Folder {
  path: string
  name: string
  depth: number
  audiences: number
}

/** Every folder, and those above it, each with how many audiences are in it and in those below. */
export function useFolderTree(): Folder[] {
  const query = useQuery({ queryKey: ['audiences', 'folders'], queryFn: () => items<{ path: string; audiences: number }>('/audiences/folders') })
  const sums = new Map<string, number>()
  for (const { path, audiences } of query.data ?? []) {
    const names = path.split('/')
    names.forEach((_, i) => {
      const above = names.slice(0, i + 1).join('/')
      sums.set(above, (sums.get(above) ?? 0) + audiences)
    })
  }
  return [...sums].sort(([one], [other]) => one.localeCompare(other)).map(([path, audiences]) => ({ path, audiences, name: path.slice(path.lastIndexOf('/') + 1), depth: path.split('/').length - 1 }))
}

export const useFolders = () => useFolderTree().map(({ path }) => path)

/** Who owns an audience, or could. */
export function useOwners(): string[] {
  return useQuery({ queryKey: ['audiences', 'owners'], queryFn: () => items<string>('/audiences/owners') }).data ?? []
}

export function useMoveFolder() {
  const refresh = useRefresh()
  return useMutation({ mutationFn: (move: { from: string; to: string }) => http.post<{ audiences: number }>('/audiences/folders/move', move), onSuccess: refresh })
}

export function useAudience(id: string) {
  return useQuery({
    queryKey: ['audience', id], queryFn: () => http.get<AudienceDetail>(one(id)), enabled: id !== '',
    refetchInterval: (query) => (query.state.data?.state === 'evaluating' ? 1500 : false),
  })
}

export interface NewAudience {
  name: string
  description?: string
  folder?: string
  kind: 'dynamic' | 'static'
  condition?: Json
  customers?: string[]
}

export interface Saved {
  id: string
  job?: string | null
  /** The places of those whom nobody knows. */
  unknown?: number[]
}

function useRefresh() {
  const client = useQueryClient()
  return () => Promise.all([['audiences'], ['audience'], ['audience-part'], ['condition-vocabulary'], ['jobs']].map((queryKey) => client.invalidateQueries({ queryKey })))
}

export function useCreate() {
  const refresh = useRefresh()
  return useMutation({ mutationFn: (body: NewAudience) => http.post<Saved>('/audiences', body), onSuccess: refresh })
}

export function useAddToList(id: string) {
  const refresh = useRefresh()
  return useMutation({ mutationFn: (customers: string[]) => http.post<Saved>(`${one(id)}/customers`, { customers }), onSuccess: refresh })
}

export function useRemoveFromList(id: string) {
  const refresh = useRefresh()
  return useMutation({ mutationFn: (customers: string[]) => http.post<Saved>(`${one(id)}/customers/remove`, { customers }), onSuccess: refresh })
}

export function useDescribe(id: string) {
  const refresh = useRefresh()
  return useMutation({ mutationFn: (body: { name?: string; description?: string; folder?: string; owner?: string }) => http.patch<AudienceDetail>(one(id), body), onSuccess: refresh })
}

export function useDelete(id: string) {
  const refresh = useRefresh()
  return useMutation({ mutationFn: () => http.remove(one(id)), onSuccess: refresh })
}

export function useTry(id: string) {
  const refresh = useRefresh()
  return useMutation({ mutationFn: (body: { condition: Json; note?: string }) => http.post<{ change: string; job: string }>(`${one(id)}/changes`, body), onSuccess: refresh })
}

export function useChange(id: string, change: string) {
  return useQuery({
    queryKey: ['audience-part', id, 'change', change], queryFn: () => http.get<Change>(`${one(id)}/changes/${encodeURIComponent(change)}`), enabled: change !== '',
    refetchInterval: (query) => (query.state.data?.state === 'evaluating' ? 700 : false),
  })
}

export function useSettle(id: string, change: string) {
  const refresh = useRefresh()
  const path = `${one(id)}/changes/${encodeURIComponent(change)}`
  return useMutation({ mutationFn: (verb: 'apply' | 'discard') => (verb === 'apply' ? http.post(`${path}/apply`) : http.remove(path)), onSuccess: refresh })
}

async function ask<T>(path: string, body: unknown, signal: AbortSignal): Promise<T> {
  return (await send('POST', path, { body, signal })).json() as Promise<T>
}

/** Counts while somebody edits: an older question is given up when a newer one is asked, and only the newest answer is shown. */
export function usePreview(condition: Json) {
  return useQuery({
    queryKey: ['condition-preview', JSON.stringify(condition)], queryFn: ({ signal }) => ask<Preview>('/audiences/preview', { condition, sample: 6 }, signal),
    placeholderData: keepPreviousData, retry: false, gcTime: 60_000,
  })
}

export function useWhy(id: string, customer: string) {
  return useQuery({ queryKey: ['audience-part', id, 'why', customer], queryFn: () => http.get<Why>(`${one(id)}/why`, { customer }), enabled: customer !== '' })
}

export function useTrend(id: string, from: string, to: string) {
  return useQuery({ queryKey: ['audience-part', id, 'trend', from, to], queryFn: () => items<TrendDay>(`${one(id)}/trend`, { from, to }), placeholderData: keepPreviousData })
}

export function useBacktests(id: string) {
  return useQuery({ queryKey: ['audience-part', id, 'backtests'], queryFn: () => items<Backtest>(`${one(id)}/backtests`) })
}

export function useBeginBacktest(id: string) {
  const refresh = useRefresh()
  return useMutation({ mutationFn: ({ from, to, points }: { from: string; to: string; points: number }) => http.post<{ id: string; job: string }>(`${one(id)}/backtests?from=${from}&to=${to}`, { points }), onSuccess: refresh })
}

export function useEvaluate(id: string) {
  const refresh = useRefresh()
  return useMutation({ mutationFn: () => http.post<Saved>(`${one(id)}/evaluate`), onSuccess: refresh })
}

/** Null of a list that nothing was asked for. */
export function useOrigin(id: string) {
  return useQuery({
    queryKey: ['audience-part', id, 'origin'], retry: false,
    queryFn: () => http.get<Origin>(`${one(id)}/origin`).catch((error: unknown) => {
      if (isProblem(error) && error.status === 404) return null
      throw error
    }),
  })
}

export function useOverlap(id: string) {
  return useQuery({ queryKey: ['audience-part', id, 'overlap'], queryFn: () => items<Overlap>(`${one(id)}/overlap`) })
}
