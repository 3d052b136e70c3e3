import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { http, send, type Params } from '@/lib/http'
import type { Page } from '@/lib/types'
import type { Json } from './language/types'
import { movedLink } from './links'
import type { Audience, AudienceDetail, Change, Overlap, Preview, TrendDay, Why } from './types'

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

/** How many people came or went this week: whoever did so twice is one of them, as on the list that the number opens. */
export function useMoved(audience: Audience, kind: 'audience.entered' | 'audience.left', times: number): number {
  const link = movedLink(audience.id, kind)
  const query = useQuery({
    queryKey: ['audience-part', audience.id, 'moved', kind, times, audience.updatedAt], enabled: times > 0 && link !== null,
    queryFn: async () => (await http.get<{ total: number }>(`/customers?${link?.split('?')[1]}&limit=1&include=total`)).total,
  })
  return query.data ?? times
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

const AT_ONCE = 10_000

/** Sends a list of any length in parts, and tells the places of the unknown in the whole. */
export async function sendList(list: string[], post: (part: string[]) => Promise<Saved>): Promise<Saved> {
  const unknown: number[] = []
  let saved: Saved = { id: '' }
  for (let start = 0; start === 0 || start < list.length; start += AT_ONCE) {
    saved = await post(list.slice(start, start + AT_ONCE))
    unknown.push(...(saved.unknown ?? []).map((place) => start + place))
  }
  return { ...saved, unknown }
}

export function useCreateList() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: async ({ customers = [], ...rest }: NewAudience) => {
      let made: Saved | null = null
      return sendList(customers, async (part) => {
        made = made ? { ...(await http.post<Saved>(`${one(made.id)}/customers`, { customers: part })), id: made.id } : await http.post<Saved>('/audiences', { ...rest, customers: part })
        return made
      })
    },
    onSuccess: refresh,
  })
}

export function useAddToList(id: string) {
  const refresh = useRefresh()
  return useMutation({ mutationFn: (customers: string[]) => sendList(customers, (part) => http.post<Saved>(`${one(id)}/customers`, { customers: part })), onSuccess: refresh })
}

export function useRemoveFromList(id: string) {
  const refresh = useRefresh()
  return useMutation({ mutationFn: (customers: string[]) => sendList(customers, (part) => http.post<Saved>(`${one(id)}/customers/remove`, { customers: part })), onSuccess: refresh })
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

export function useBacktest(id: string, from: string, to: string, points: number, enabled: boolean) {
  return useQuery({
    queryKey: ['audience-part', id, 'backtest', from, to, points], queryFn: () => items<{ asOf: string; size: number }>(`${one(id)}/backtest`, { from, to, points }), enabled, placeholderData: keepPreviousData, staleTime: 60_000,
  })
}

export function useOverlap(id: string) {
  return useQuery({ queryKey: ['audience-part', id, 'overlap'], queryFn: () => items<Overlap>(`${one(id)}/overlap`) })
}
