import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { http } from '@/lib/http'
import type { InfluenceView, Rule } from './types'

const KEY = ['models', 'influence', 'page']

export const useInfluence = (asOf: string) =>
  useQuery({ queryKey: [...KEY, asOf], queryFn: ({ signal }) => http.get<InfluenceView>('/models/influence/page', { asOf }, signal), placeholderData: keepPreviousData })

export function useSaveRule() {
  const client = useQueryClient()
  return useMutation({ mutationFn: (rule: Rule) => http.put<Rule>('/models/influence/settings', rule), onSuccess: () => client.invalidateQueries({ queryKey: KEY }) })
}
