import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { http, type Params } from '@/lib/http'
import type { Bundles, Ladders, Next, RepurchasePage, Rules, Sequences } from './types'

function usePage<T>(path: string, asked: Params) {
  return useQuery({ queryKey: [path, asked], queryFn: ({ signal }) => http.get<T>(path, asked, signal), placeholderData: keepPreviousData })
}

export interface RulesAsked { support: string; confidence: string; by: string; over: string; sort: string; asOf: string }

export const useRules = (asked: RulesAsked) => usePage<Rules>('/baskets', { ...asked })
export const useRepurchase = (asked: { by: string; asOf: string }) => usePage<RepurchasePage>('/baskets/repurchase', { ...asked })
export const useSequences = (asked: { by: string; days: string; least: string; confidence: string; sort: string; asOf: string }) => usePage<Sequences>('/baskets/sequences', { ...asked })
export const useLadders = (asOf: string) => usePage<Ladders>('/baskets/ladders', { asOf })
export const useBundles = (asked: { by: string; support: string; asOf: string }) => usePage<Bundles>('/baskets/bundles', { ...asked })
export const useNext = (asOf: string) => usePage<Next>('/models/next/page', { asOf })
