import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { http } from '@/lib/http'
import type { Label } from '@/lib/types'
import type { ConditionJson } from '@/ui/condition-editor'

export interface Rule {
  condition: ConditionJson
  sentence: Label
}

export interface Stage {
  key: string
  label: Label
  rule: Rule
  customers: number
  revenue: number
}

export interface Stages {
  scheme: string
  schemes: { key: string; label: Label }[]
  asOf: string
  customers: number
  currency: string | null
  stages: Stage[]
}

export interface Migration {
  scheme?: string
  from: string
  to: string
  stages: { key: string; label: Label }[]
  links: { from: string; to: string; customers: number; open?: string }[]
}

export interface Scheme {
  key: string
  label: Label
  stages: { key: string; label: Label; rule: Rule }[]
  changed?: boolean
  /** Whether facts tell of each customer's change of stage. */
  told: 'on' | 'off' | 'placing'
}

export interface Rules {
  stages: { key: string; label: Label; rule: ConditionJson }[]
}

export interface Preview {
  customers?: number
  moving?: number
  stages: { key: string; label: Label; customers: number; before?: number | null }[]
}

export function useStages(scheme: string, asOf: string) {
  return useQuery({ queryKey: ['stages', scheme, asOf], queryFn: ({ signal }) => http.get<Stages>('/stages', { scheme, asOf }, signal), placeholderData: keepPreviousData })
}

export function useMigration(scheme: string, from: string, to: string) {
  return useQuery({ queryKey: ['migration', scheme, from, to], queryFn: ({ signal }) => http.get<Migration>('/stages/migration', { scheme, from, to }, signal), enabled: from !== '', placeholderData: keepPreviousData })
}

const SOON = 1_500

export const useScheme = (key: string) =>
  useQuery({ queryKey: ['stage-scheme', key], queryFn: () => http.get<Scheme>(`/stage-schemes/${key}`), refetchInterval: ({ state }) => (state.data?.told === 'placing' ? SOON : false) })

function useSchemeChange<V>(change: (input: V) => Promise<Scheme>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => Promise.all(['stages', 'migration', 'stage-scheme', 'overview', 'customers', 'audiences', 'condition-vocabulary'].map((name) => client.invalidateQueries({ queryKey: [name] }))),
  })
}

export const useSaveScheme = (key: string) => useSchemeChange((rules: Rules) => http.put<Scheme>(`/stage-schemes/${key}`, rules))
export const useRestoreScheme = (key: string) => useSchemeChange(() => http.remove<Scheme>(`/stage-schemes/${key}`))
export function useTell(key: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (told: boolean) => http.put<Scheme>(`/stage-schemes/${key}/facts`, { told }),
    onSuccess: (scheme) => client.setQueryData(['stage-scheme', key], scheme),
  })
}

export const usePreview = (key: string) => useMutation({ mutationFn: (rules: Rules) => http.post<Preview>(`/stage-schemes/${key}/preview`, rules) })
