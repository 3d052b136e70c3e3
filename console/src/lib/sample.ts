import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { http } from './http'

interface SampleState {
  loaded: boolean
  customers: number
  facts: number
  /** The job that loads or removes it now. */
  job?: string | null
}

interface Begun {
  id: string
}

export function useSample(enabled = true) {
  return useQuery({ queryKey: ['sample'], queryFn: () => http.get<SampleState>('/sample'), enabled })
}

export function useLoadSample() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => http.post<Begun>('/sample', {}),
    onSuccess: () => client.invalidateQueries({ queryKey: ['jobs'] }),
  })
}

export function useRemoveSample() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => http.remove<Begun>('/sample'),
    onSuccess: () => client.invalidateQueries({ queryKey: ['jobs'] }),
  })
}
