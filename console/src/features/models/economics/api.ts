import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { http } from '@/lib/http'
import type { Economics, EconomicsSettings } from './types'

const KEY = ['models', 'economics']

export const useEconomics = (asked: { every: string; asOf: string }) =>
  useQuery({ queryKey: [...KEY, asked], queryFn: ({ signal }) => http.get<Economics>('/models/economics/page', asked, signal), placeholderData: keepPreviousData })

export function useSaveRates() {
  const client = useQueryClient()
  return useMutation({ mutationFn: (settings: EconomicsSettings) => http.put<EconomicsSettings>('/models/economics/settings', settings), onSuccess: () => client.invalidateQueries({ queryKey: KEY }) })
}
