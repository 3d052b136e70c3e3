import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { http } from './http'
import type { Job } from './types'

interface SampleState {
  loaded: boolean
  customers: number
  facts: number
}

export function useSample() {
  return useQuery({ queryKey: ['sample'], queryFn: () => http.get<SampleState>('/sample') })
}

export function useLoadSample() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => http.post<Job>('/sample', {}),
    onSuccess: () => client.invalidateQueries({ queryKey: ['jobs'] }),
  })
}

export function useRemoveSample() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => http.remove<Job>('/sample'),
    onSuccess: () => client.invalidateQueries({ queryKey: ['jobs'] }),
  })
}
