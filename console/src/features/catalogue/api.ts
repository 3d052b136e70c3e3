import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { http } from '@/lib/http'
import type { Money, Page } from '@/lib/types'

export interface Product {
  sku: string
  name: string | null
  category: string | null
  brand: string | null
  price: Money | null
  cost: Money | null
  sold: number
  revenue?: Money | null
}

export interface Place {
  code?: string
  key?: string
  name: string | null
}

export interface Category {
  name: string
  products: number
}

export const CATALOGUE_SHAPE = { tab: 'products', q: '', category: '' }

/** Small lists come bare or as a page. */
const listOf = <T>(answer: T[] | Page<T>): T[] => (Array.isArray(answer) ? answer : answer.items)

export function useProducts(q: string, category: string) {
  return useInfiniteQuery({
    queryKey: ['products', q, category],
    queryFn: ({ pageParam, signal }) => http.get<Page<Product>>('/products', { q, category, limit: 50, cursor: pageParam, include: pageParam ? undefined : 'total' }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })
}

const small = <T>(path: string) => () => http.get<T[] | Page<T>>(path).then(listOf)

export const useCategories = () => useQuery({ queryKey: ['categories'], queryFn: small<Category>('/categories') })
export const usePlaces = (kind: 'stores' | 'channels') => useQuery({ queryKey: [kind], queryFn: small<Place>(`/${kind}`) })

export function useChangeProduct() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ sku, ...change }: { sku: string; cost: number; currency: string }) => http.patch<Product>(`/products/${encodeURIComponent(sku)}`, change),
    onSuccess: () => client.invalidateQueries({ queryKey: ['products'] }),
  })
}
