import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { http, type Params } from '@/lib/http'
import type { Page } from '@/lib/types'
import type { Bundles, Ladders, NeverOffered, Next, RepurchasePage, Rules, Sequences } from './types'

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

interface Named { name: string }
interface Sold { sku: string; name: string | null }

const NEVER = '/models/next/settings'

/** Asked whenever the drawer opens: somebody else may have set them. */
export const useNeverOffered = () => useQuery({ queryKey: [NEVER], queryFn: ({ signal }) => http.get<NeverOffered>(NEVER, {}, signal), gcTime: 0 })
export const useSaveNeverOffered = () => useMutation({ mutationFn: (settings: NeverOffered) => http.put<NeverOffered>(NEVER, settings) })
export const useFoundProducts = (q: string) => usePage<Page<Sold>>('/products', { q, limit: 50 })
export const useKnownCategories = () => useQuery({ queryKey: ['categories', 'named'], queryFn: () => http.get<Named[] | Page<Named>>('/categories').then((answer) => (Array.isArray(answer) ? answer : answer.items)) })
