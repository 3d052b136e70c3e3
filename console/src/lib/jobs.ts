import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { http } from './http'
import type { Job, JobState, Page } from './types'

const ENDED: readonly JobState[] = ['done', 'failed', 'cancelled']
export const hasEnded = (state: JobState) => ENDED.includes(state)

export function useJobs() {
  return useQuery({
    queryKey: ['jobs'],
    queryFn: () => http.get<Page<Job>>('/jobs', { limit: 20 }),
    refetchInterval: (query) => (query.state.data?.items.some((job) => !hasEnded(job.state)) ? 1500 : 15_000),
  })
}

/** Follows one job to its end, then tells once. */
export function useJob(id: string | null, onEnd?: (job: Job) => void) {
  const told = useRef<string | null>(null)
  const result = useQuery({
    queryKey: ['jobs', id],
    queryFn: () => http.get<Job>(`/jobs/${id}`),
    enabled: id !== null,
    refetchInterval: (query) => (query.state.data && hasEnded(query.state.data.state) ? false : 700),
  })
  const job = result.data
  useEffect(() => {
    if (!job || !hasEnded(job.state) || told.current === job.id) return
    told.current = job.id
    onEnd?.(job)
  }, [job, onEnd])
  return result
}

export function useJobControl() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, verb }: { id: string; verb: 'pause' | 'resume' | 'cancel' }) => http.post<Job>(`/jobs/${id}/${verb}`),
    onSettled: () => client.invalidateQueries({ queryKey: ['jobs'] }),
  })
}
