import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { http, query } from '@/lib/http'
import type { ScoreSettings } from '@/lib/scores'
import type { Card, ChurnView, Detail, Items, Queued, Run, Schedule, Value } from './types'

const WAIT = 1500

export function useModels() {
  return useQuery({
    queryKey: ['models'],
    queryFn: () => http.get<Items<Card>>('/models'),
    refetchInterval: (state) => (state.state.data?.items.some((card) => card.running) ? WAIT : false),
  })
}

export const useRuns = (model: string | null) =>
  useQuery({ queryKey: ['models', model, 'runs'], queryFn: () => http.get<Items<Run>>(`/models/${model}/runs`), enabled: model !== null })

export const useRun = (id: string | null) =>
  useQuery({ queryKey: ['models', 'run', id], queryFn: () => http.get<Detail>(`/models/runs/${id}`), enabled: id !== null })

export const useValue = (asOf: string, running: boolean) =>
  useQuery({ queryKey: ['models', 'clv', 'page', asOf, running], queryFn: ({ signal }) => http.get<Value>('/models/clv/page', { asOf }, signal), placeholderData: keepPreviousData })

export const useChurn = (asOf: string) =>
  useQuery({ queryKey: ['models', 'churn', 'page', asOf], queryFn: ({ signal }) => http.get<ChurnView>('/models/churn/page', { asOf }, signal), placeholderData: keepPreviousData })

function useAct<T, R>(act: (given: T) => Promise<R>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: act, onSettled: () => client.invalidateQueries({ queryKey: ['models'] }) })
}

export const useStart = () => useAct(({ model, asOf }: { model: string; asOf: string }) => http.post<Queued>(`/models/${model}/runs${query({ asOf })}`))
export const useUndo = () => useAct((run: string) => http.post<Queued>(`/models/runs/${run}/undo`))
export const useSchedule = () =>
  useAct(({ model, schedule }: { model: string; schedule: Schedule | null }) =>
    (schedule ? http.put<Card>(`/models/${model}/schedule`, schedule) : http.remove<Card>(`/models/${model}/schedule`)))
export const useSaveSettings = () => useAct((settings: ScoreSettings) => http.put<ScoreSettings>('/models/settings', settings))
