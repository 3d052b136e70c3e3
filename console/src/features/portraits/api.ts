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
