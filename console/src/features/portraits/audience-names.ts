import { useQuery } from '@tanstack/react-query'
import { http } from '@/lib/http'
import type { Page } from '@/lib/types'

/** What the audiences are called, by their ids. */
export function useAudienceNames(): Map<string, string> {
  const query = useQuery({ queryKey: ['audiences', 'names'], queryFn: () => http.get<Page<{ id: string; name: string }>>('/audiences', { limit: 200 }), staleTime: 30_000 })
  return new Map((query.data?.items ?? []).map(({ id, name }) => [id, name]))
}
