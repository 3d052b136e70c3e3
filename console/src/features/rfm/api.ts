import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { http } from '@/lib/http'
import type { Label } from '@/lib/types'

export interface Cell {
  r: number
  fm: number
  region: string
  regionLabel: Label
  customers: number
  /** Minor units of the answer's currency. */
  revenue: number
}

export interface TypeShare {
  type: string
  label: Label
  customers: number
  revenue: number
}

export interface RfmSettings {
  scoring: 'quintile' | 'thresholds'
  r: number[]
  f: number[]
  m: number[]
  weights: { r: number; f: number; m: number }
  types: { mode: 'mean' | 'median' | 'fixed'; r: number | null; f: number | null; m: number | null }
  monetary: 'total' | 'average'
}

export interface Rfm {
  asOf: string
  customers: number
  unscored: number
  currency: string | null
  grid: Cell[]
  types: TypeShare[]
  regions: { region: string; label: Label; customers: number; revenue: number }[]
  thresholds: { r: number[]; f: number[]; m: number[] }
  typeThresholds: { r: number | null; f: number | null; m: number | null; mode: string | null }
  settings: RfmSettings
  excluded?: { otherCurrencies: number }
  version: number | string
  computedAt: string
}

export function useRfm(asOf: string) {
  return useQuery({ queryKey: ['rfm', asOf], queryFn: ({ signal }) => http.get<Rfm>('/rfm', { asOf }, signal), placeholderData: keepPreviousData })
}

export function useSaveRfmSettings() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (settings: RfmSettings) => http.put<RfmSettings>('/rfm/settings', settings),
    onSuccess: () => client.invalidateQueries({ queryKey: ['rfm'] }),
  })
}
