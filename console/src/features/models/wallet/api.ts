import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { http } from '@/lib/http'
import type { Wallet, WalletSettings } from './types'

const KEY = ['models', 'wallet', 'page']

export const useWallet = (asOf: string) => useQuery({ queryKey: [...KEY, asOf], queryFn: ({ signal }) => http.get<Wallet>('/models/wallet/page', { asOf }, signal), placeholderData: keepPreviousData })

export function useSaveAverages() {
  const client = useQueryClient()
  return useMutation({ mutationFn: (settings: WalletSettings) => http.put<WalletSettings>('/models/wallet/settings', settings), onSuccess: () => client.invalidateQueries({ queryKey: KEY }) })
}
