import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { http } from '@/lib/http'
import type { Role } from '@/lib/session'
import type { Label, Page } from '@/lib/types'

const listOf = <T>(answer: T[] | Page<T>): T[] => (Array.isArray(answer) ? answer : answer.items)

function useChanging<V, R>(change: (input: V) => Promise<R>, ...names: string[]) {
  const client = useQueryClient()
  return useMutation({ mutationFn: change, onSuccess: () => Promise.all(names.map((name) => client.invalidateQueries({ queryKey: [name] }))) })
}

export interface Workspace {
  name: string
  zone: string
  currency: string | null
  phoneRegion: string
  language: string
  /** Millionths of the workspace's currency for one unit of another. */
  rates: Record<string, number>
  version: number
}

export const useWorkspace = () => useQuery({ queryKey: ['workspace'], queryFn: () => http.get<Workspace>('/workspace') })
export const useSaveWorkspace = () =>
  useChanging((workspace: Workspace) => http.put<Workspace>('/workspace', workspace, { 'If-Match': `"${workspace.version}"` }), 'workspace', 'session', 'overview', 'rfm')

export interface OwnChange {
  name?: string
  password?: string
  oldPassword?: string
}
export const useChangeOwn = () => useChanging((change: OwnChange) => http.patch('/session/user', change), 'session', 'users')

export interface User {
  id: string
  email: string
  name: string
  role: Role
  active: boolean
  createdAt: string
  lastSeenAt: string | null
}
export interface NewUser {
  email: string
  name: string
  role: Role
  password: string
}
export const useUsers = () => useQuery({ queryKey: ['users'], queryFn: () => http.get<User[] | Page<User>>('/users').then(listOf) })
export const useAddUser = () => useChanging((user: NewUser) => http.post<User>('/users', user), 'users')
export const useChangeUser = () => useChanging(({ id, ...change }: { id: string } & Partial<NewUser> & { active?: boolean }) => http.patch<User>(`/users/${id}`, change), 'users')

export interface Key {
  id: string
  name: string
  kind: 'write' | 'api'
  prefix: string
  role: Role | null
  createdAt: string
  lastUsedAt: string | null
  expiresAt: string | null
  revokedAt: string | null
  secret?: string | null
}
export interface NewKey {
  name: string
  kind: 'write' | 'api'
  role?: Role
  expiresAt?: string
}
export const useKeys = () => useQuery({ queryKey: ['keys'], queryFn: () => http.get<Key[] | Page<Key>>('/keys').then(listOf) })
export const useMakeKey = () => useChanging((key: NewKey) => http.post<Key>('/keys', key), 'keys')
export const useRevokeKey = () => useChanging((id: string) => http.remove(`/keys/${id}`), 'keys')

export interface AttributeRow {
  name: string
  label: Label | null
  type: string
  level: string
  source: string | null
  declared: boolean
  customers: number
}
export interface Declaration {
  label: Label
  type: string
  level: string
  source?: string | null
}
/** @param waiting only those that nobody has declared yet */
export const useAttributes = (waiting: boolean) =>
  useQuery({ queryKey: ['attributes'], queryFn: () => http.get<AttributeRow[] | Page<AttributeRow>>('/attributes').then(listOf), select: (rows) => (waiting ? rows.filter((row) => !row.declared) : rows) })
export const useDeclare = () => useChanging(({ name, ...body }: Declaration & { name: string }) => http.put(`/attributes/${encodeURIComponent(name)}`, body), 'attributes', 'customer', 'overview')

export interface AuditRow {
  id: string
  at: string
  actor: string
  action: string
  target: string | null
  details: Record<string, unknown> | null
}
export function useAudit(q: string) {
  return useInfiniteQuery({
    queryKey: ['audit', q],
    queryFn: ({ pageParam, signal }) => http.get<Page<AuditRow>>('/audit', { q, limit: 50, cursor: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })
}

export interface Freshness {
  lagMillis: number
  lastFactAt: string | null
  facts: number
}
export interface Erasure {
  id: string
  customer?: string | null
  state: string
  stores: { store: string; records: number }[]
  requestedAt: string
  finishedAt: string | null
}
export const useFreshness = () => useQuery({ queryKey: ['freshness'], queryFn: () => http.get<Freshness>('/freshness'), refetchInterval: 5000 })
export const useErasures = () => useQuery({ queryKey: ['erasures'], queryFn: () => http.get<Erasure[] | Page<Erasure>>('/erasures').then(listOf) })
export const useExportParquet = () => useChanging(() => http.post<{ id: string }>('/exports/parquet', {}), 'jobs')
