import { useQuery } from '@tanstack/react-query'
import { http } from './http'
import { useCan } from './session'
import type { Page } from './types'

/** When the newest order of a known customer was placed; null if there is none. */
export function useNewestOrder(wanted: boolean) {
  const may = useCan('ORDERS_READ')
  return useQuery({
    queryKey: ['orders', 'newest'],
    queryFn: ({ signal }) => http.get<Page<{ at: string }>>('/orders', { anonymous: false, sort: '-at', limit: 1 }, signal).then((page) => page.items[0]?.at ?? null),
    enabled: may && wanted,
    staleTime: 60_000,
  })
}

/** The day after a day, both as 2011-12-09. */
export function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}
