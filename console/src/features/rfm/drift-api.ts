import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { http } from '@/lib/http'
import type { Label } from '@/lib/types'

export interface Segment {
  segment: string
  label: Label
  customers: number
  open: string
}

export interface Drift {
  asOf: string
  currency: string | null
  months: { asOf: string; customers: number; recencyDays: (number | null)[]; frequency: (number | null)[]; monetary: (number | null)[]; segments: Segment[] }[]
}

export interface Count {
  customers: number
  open: string
}

export interface Moves {
  from: string
  asOf: string
  customers: number
  scores: { score: 'r' | 'f' | 'm'; upItself: Count; upBound: Count; same: Count; downItself: Count; downBound: Count }[]
  ways: { from: Label; to: Label; all: Count; bound: Count }[]
}

export const useDrift = (asOf: string, wanted: boolean) =>
  useQuery({ queryKey: ['rfm', 'drift', asOf], queryFn: ({ signal }) => http.get<Drift>('/rfm/drift', { asOf }, signal), placeholderData: keepPreviousData, enabled: wanted })

export const useMoves = (since: string, asOf: string) =>
  useQuery({ queryKey: ['rfm', 'moves', since, asOf], queryFn: ({ signal }) => http.get<Moves>('/rfm/moves', { since, asOf }, signal), placeholderData: keepPreviousData, enabled: since !== '' })
