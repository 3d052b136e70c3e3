import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { http } from '@/lib/http'
import type { Label } from '@/lib/types'
import type { Detail } from '../types'

export interface ClusterReport {
  customers: number
  features: { feature: string; label: Label; log: boolean; mean: number; deviation: number; usual: number }[]
  choice: { k: number; why: 'clearest-of-stable' | 'none-stable' | 'given'; looked: number; resamples: number; stableFrom: number; rows: Tried[] }
  clusters: { cluster: string; customers: number; words: Label; centre: number[]; usual: number[]; spread: number; isNew: boolean }[]
  picture: { shares: number[]; points: { x: number; y: number; cluster: string }[] }
}

export interface Tried {
  k: number
  silhouette: number
  agreement: number
  weakest: number
  smallest: number
  inertia: number
}

export interface Group {
  cluster: string
  customers: number
  money: number
  open: string
}

export interface ClusterPage {
  asOf: string
  run: Detail<ClusterReport> | null
  currency: string | null
  customers: number
  open: string
  money: number
  groups: Group[]
  offered: { feature: string; label: Label; usual: boolean }[]
}

const WAIT = 1500

/** Looks again while the model is at work. */
export const useClusters = (asOf: string, running: boolean) =>
  useQuery({ queryKey: ['models', 'clusters', 'page', asOf], queryFn: ({ signal }) => http.get<ClusterPage>('/models/clusters/page', { asOf }, signal), placeholderData: keepPreviousData, refetchInterval: running ? WAIT : false })
