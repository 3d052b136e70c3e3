import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { http } from '@/lib/http'
import type { Label } from '@/lib/types'

export interface Choice {
  value: string
  weight: number
  share: number
  lastAt: string
}

export type Dimension = 'category' | 'store' | 'channel' | 'price-band' | 'weekday' | 'hour'

export interface Preference {
  dimension: Dimension
  /** False where too little is known to speak of a favourite. */
  sure: boolean
  known: number
  least: number
  choices: Choice[]
}

export interface Variable {
  name: string
  group: string
  label: Label
  type: 'text' | 'number' | 'date' | 'flag'
  values: { key: string; label: Label }[]
  derived: boolean
}

export interface Trait {
  variable: Variable
  value: string
  masked: boolean
  since: string | null
}

export interface Portrait {
  asOf: string
  variables: Trait[]
  tags: { category: string; value: string; days: string[]; since: string }[]
  preferences: Preference[]
  /** What purchases and responses weigh in each hour of the week, Monday midnight first. */
  week: number[]
}

export interface ConsentState {
  purpose: string
  channel: string
  given: boolean
  since: string
  expiresAt: string | null
  source: string
}

export interface ConsentWord {
  purpose: string
  channel: string
  given: boolean
  expiresAt?: string
  evidence?: string
}

const one = (id: string) => `/customers/${encodeURIComponent(id)}`

export function usePortrait(id: string, asOf: string) {
  return useQuery({ queryKey: ['customer', id, 'portrait', asOf], queryFn: () => http.get<Portrait>(`${one(id)}/portrait`, { asOf }) })
}

export function useConsents(id: string, asOf: string) {
  return useQuery({ queryKey: ['customer', id, 'consents', asOf], queryFn: async () => (await http.get<{ items: ConsentState[] }>(`${one(id)}/consents`, { asOf })).items })
}

export function usePurposes() {
  return useQuery({ queryKey: ['consent-purposes'], queryFn: async () => (await http.get<{ items: { key: string; label: Label }[] }>('/consent-purposes')).items })
}

export function useRecordConsent(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (word: ConsentWord) => http.post(`${one(id)}/consents`, word),
    onSuccess: () => Promise.all([['customer', id], ['timeline', id]].map((queryKey) => client.invalidateQueries({ queryKey }))),
  })
}
