import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { http } from '@/lib/http'
import type { Label } from '@/lib/types'

export interface GroupingName {
  key: string
  label: Label
  family: string
  several: boolean
}

export interface Bar {
  value: string
  label: Label
  customers: number
  share: number
  againstCustomers: number
  againstShare: number
  /** 100 is as in all; null where nobody has the value. */
  index: number | null
  chance: number
  differs: boolean
  tooFew: boolean
  /** An audience of this value can follow a condition. */
  live: boolean
  open: string
}

export interface Trait {
  grouping: GroupingName
  strength: number
  chance: number
  differs: boolean
  tooFew: boolean
  values: Bar[]
}

export interface Portrait {
  asOf: string
  customers: number
  against: number
  rest: number
  traits: Trait[]
  millis: number
}

export interface Sum {
  customers: number
  revenue: number
  open: string
}

export interface Margin {
  value: string
  label: Label
  live: boolean
  sum: Sum
}

export interface Axis {
  grouping: GroupingName
  values: Margin[]
}

export interface Cell {
  row: string
  column: string
  layer: string | null
  sum: Sum
}

export interface Matrix {
  asOf: string
  rows: Axis
  columns: Axis
  layers: Axis | null
  total: Sum
  cells: Cell[]
  currency: string | null
  days: number
  millis: number
}

export interface Kept {
  id: string
  live: boolean
  customers: number
}

export function useGroupings() {
  return useQuery({ queryKey: ['groupings'], queryFn: async () => (await http.get<{ items: GroupingName[] }>('/groupings')).items, staleTime: 60_000 })
}

export function usePortrait(chosen: string[], against: string[], asOf: string) {
  return useQuery({
    queryKey: ['portrait', chosen, against, asOf], queryFn: ({ signal }) => http.get<Portrait>('/portraits', { in: chosen, against, asOf }, signal),
    enabled: chosen.length > 0, placeholderData: keepPreviousData,
  })
}

export interface Crossing {
  rows: string
  columns: string
  layers: string
  in: string[]
  days: string
  asOf: string
}

export function useMatrix(crossing: Crossing) {
  return useQuery({
    queryKey: ['combinations', crossing], queryFn: ({ signal }) => http.get<Matrix>('/combinations', { ...crossing }, signal),
    placeholderData: keepPreviousData,
  })
}

/** Who is behind a number, as the server takes it: selections, or the cells of a matrix. */
export type Keep =
  | { path: '/portraits/audiences'; body: { in: string[]; asOf?: string } }
  | { path: '/combinations/audiences'; body: { rows: string; columns: string; layers?: string; in: string[]; asOf?: string; cells: { row: string; column: string; layer: string | null }[] } }

export function useKeep() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ name, keep }: { name: string; keep: Keep }) => http.post<Kept>(keep.path, { ...keep.body, name }),
    onSuccess: () => Promise.all([['audiences'], ['condition-vocabulary'], ['jobs']].map((queryKey) => client.invalidateQueries({ queryKey }))),
  })
}

export interface Driver {
  key: string
  label: Label
  weight: number
}

export interface LookAlikes {
  ranking: {
    asOf: string
    method: 'model' | 'nearness'
    members: number
    candidates: number
    learntMembers: number
    learntOthers: number
    auc: number | null
    lift: number[]
    leak: Driver | null
    drivers: Driver[]
    curve: { size: number; score: number; mean: number; open: string }[]
    top: { customer: string; score: number; reasons: { label: Label; weight: number }[] }[]
    excluded: string[]
    seed: number
    millis: number
  }
  names: Record<string, string>
}

export function useLookAlikes(audience: string, exclude: string[], seed: string, asOf: string) {
  return useQuery({
    queryKey: ['look-alikes', audience, exclude, seed, asOf], queryFn: ({ signal }) => http.get<LookAlikes>(`/audiences/${encodeURIComponent(audience)}/look-alikes`, { exclude, seed, asOf }, signal),
    enabled: audience !== '', placeholderData: keepPreviousData, retry: false,
  })
}

export interface ChoicePoint {
  kept: number
  answers: number
  cost: number
  profit: number
  open: string
}

export interface ChoiceRanking {
  key: 'present' | 'future' | 'similar'
  lacking: Label | null
  tenths: number[]
  curve: ChoicePoint[]
  best: ChoicePoint | null
}

export interface Choice {
  asOf: string
  customers: number
  currency: string | null
  measure: string
  days: number
  rankings: ChoiceRanking[]
  kept: number
  overlaps: { rankings: string[]; customers: number; open: string }[]
  millis: number
}

export interface ChoiceQuestion {
  measure: string
  days: string
  response: string
  margin: string
  contactCost: string
  offerCost: string
  kept: string
  asOf: string
}

export function useChoice(question: ChoiceQuestion) {
  return useQuery({ queryKey: ['choices', question], queryFn: ({ signal }) => http.get<Choice>('/choices', { ...question }, signal), placeholderData: keepPreviousData })
}
