import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { http } from '@/lib/http'
import type { Items } from '../types'
import type { Asked, Meant, Satisfaction } from './types'

const KEY = ['models', 'satisfaction']

export const useSatisfaction = (asked: { asOf: string; days: string; enough: string }) =>
  useQuery({ queryKey: [...KEY, 'page', asked], queryFn: ({ signal }) => http.get<Satisfaction>('/models/satisfaction/page', { ...asked }, signal), placeholderData: keepPreviousData })

export const useQuestions = (asOf: string) => useQuery({ queryKey: [...KEY, 'questions', asOf], queryFn: () => http.get<Items<Asked>>('/models/satisfaction/questions', { asOf }) })

export function useSaveMeanings() {
  const client = useQueryClient()
  return useMutation({ mutationFn: (items: Meant[]) => http.put<Items<Meant>>('/models/satisfaction/meanings', { items }), onSuccess: () => client.invalidateQueries({ queryKey: KEY }) })
}
