import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { http, query } from '@/lib/http'
import type { ConditionJson } from '@/ui/condition-editor'
import type { Label, Page } from '@/lib/types'

export interface Use {
  kind: string
  id: string
  name: string
  value: string | null
}

export interface TagValue {
  value: string
  archived: boolean
  customers: number
  automatic: number
}

export interface Category {
  id: string
  name: string
  parent: string | null
  oneOf: boolean
  strict: boolean
  colour: string | null
  description: string | null
  archived: boolean
  customers: number
  values: TagValue[]
  uses: Use[]
}

export interface Definition {
  name?: string
  parent?: string | null
  oneOf: boolean
  strict: boolean
  colour?: string | null
  description?: string | null
  archived: boolean
}

export interface Rule {
  id: string
  category: string
  value: string
  days: string[]
  audience: string
  audienceName: string
  sentence: Label | null
  own: boolean
  keepDays: number | null
  expireDays: number | null
  paused: boolean
  members: number
  bearers: number
  state: 'live' | 'evaluating' | 'failed'
  lastError: string | null
  by: string
  at: string
}

export interface RuleWish {
  category: string
  value: string
  /** An existing audience; without one, the rule has a condition of its own. */
  audience?: string
  condition?: ConditionJson
  days: string[]
  keepDays: number | null
  expireDays: number | null
  paused: boolean
}

const LIVE = 4000

export const useCategories = () => useQuery({ queryKey: ['tag-categories'], queryFn: async () => (await http.get<{ items: Category[] }>('/tag-categories')).items })
export const useRules = () => useQuery({ queryKey: ['tag-rules'], queryFn: async () => (await http.get<{ items: Rule[] }>('/tag-rules')).items, refetchInterval: LIVE })
export const useAudienceNames = () => useQuery({ queryKey: ['audiences', 'names'], queryFn: () => http.get<Page<{ id: string; name: string; size: number }>>('/audiences', { limit: 200 }) })

function useChange<V, R = unknown>(change: (input: V) => Promise<R>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => Promise.all([['tag-categories'], ['tag-rules'], ['tags'], ['jobs'], ['condition-vocabulary'], ['audiences']].map((queryKey) => client.invalidateQueries({ queryKey }))),
  })
}

const values = (category: string, value?: string) => `/tag-categories/${category}/values${value === undefined ? '' : query({ value })}`

export const useDefine = () => useChange(({ id, ...definition }: Definition & { id?: string }) => (id ? http.put(`/tag-categories/${id}`, definition) : http.post('/tag-categories', definition)))
export const useAllow = () => useChange(({ id, value }: { id: string; value: string }) => http.post(values(id), { value }))
export const useArchive = () => useChange(({ id, value }: { id: string; value: string }) => http.remove(values(id, value)))
export const useReplace = () => useChange(({ id, value, by }: { id: string; value: string; by: string }) => http.post<{ job: string }>(`/tag-categories/${id}/replace${query({ value })}`, { with: by }))
export const useSaveRule = () => useChange(({ id, ...wish }: RuleWish & { id?: string }) => (id ? http.put(`/tag-rules/${id}`, wish) : http.post('/tag-rules', wish)))
export const useDeleteRule = () => useChange((id: string) => http.remove(`/tag-rules/${id}`))
