import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { http } from '@/lib/http'
import type { Page } from '@/lib/types'
import type { Wallet, WalletGroup, WalletSettings } from './types'

const KEY = ['models', 'wallet', 'page']

export const useWallet = (asOf: string) => useQuery({ queryKey: [...KEY, asOf], queryFn: ({ signal }) => http.get<Wallet>('/models/wallet/page', { asOf }, signal), placeholderData: keepPreviousData })

export function useSaveAverages() {
  const client = useQueryClient()
  return useMutation({ mutationFn: (settings: WalletSettings) => http.put<WalletSettings>('/models/wallet/settings', settings), onSuccess: () => client.invalidateQueries({ queryKey: KEY }) })
}

const MOST = 50

/** The largest audiences with the wallets of their members, the most head-room first. */
export const useGroups = (asOf: string) => useQuery({
  queryKey: [...KEY, 'groups', asOf],
  queryFn: async ({ signal }) => {
    const audiences = (await http.get<Page<{ id: string; name: string }>>('/audiences', { limit: MOST }, signal)).items
    if (audiences.length === 0) return []
    const names = new Map(audiences.map((one) => [`audience:${one.id}`, one]))
    const groups = await http.get<{ items: WalletGroup[] }>('/models/wallet/groups', { in: [...names.keys()], asOf }, signal)
    return groups.items
      .map((group) => ({ ...group, id: names.get(group.in)?.id ?? '', name: names.get(group.in)?.name ?? group.in }))
      .sort((a, b) => b.category - b.own - (a.category - a.own))
  },
})
