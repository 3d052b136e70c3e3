import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { http, send } from '@/lib/http'
import { hasEnded } from '@/lib/jobs'
import type { Job, Money, Page } from '@/lib/types'

export type Kind = 'orders' | 'customers' | 'products' | 'events'
export const KINDS: readonly Kind[] = ['orders', 'customers', 'products', 'events']

export interface Template {
  id?: string
  name: string
  kind: Kind
  mapping: Record<string, string>
  options?: Partial<Options>
}

export interface Column {
  name: string
  samples: string[]
  guess: string | null
  /** The guess for every kind of file. */
  guesses?: Partial<Record<Kind, string>>
  dates?: { format: string; ambiguous: boolean } | null
}

export interface Upload {
  id: string
  filename: string
  bytes: number
  charset: string | null
  delimiter: string | null
  format: 'csv' | 'xlsx'
  columns: Column[]
  rows?: number
  rowsSampled: number
  kindGuess: Kind | null
  grainGuess?: string | null
  templates: Template[]
}

export interface Options {
  currency: string | null
  zone: string | null
  phoneRegion: string | null
  dateFormat?: string | null
  grain?: 'line' | 'order' | null
  source?: string | null
  historical: boolean | null
}

export interface Report {
  lines?: number
  rows: number
  created: number
  updated: number
  unchanged: number
  errors: number
  customers?: number
  orders?: number
  anonymousOrders?: number
  refunds?: number
  exactTotal?: string | null
  roundedTotal?: Money | null
  roundingDifference?: string | null
  byCode: Record<string, number>
}

export interface Import {
  id: string
  kind: Kind
  filename: string
  createdAt: string
  by: string
  mapping: Record<string, string>
  options: Options
  dryRun: boolean
  job: Job | null
  report: Report | null
  errorFile: string | null
  undone: boolean | string | null
}

export interface NewImport {
  upload: string
  kind: Kind
  mapping: Record<string, string>
  options: Options
  dryRun: boolean
  saveTemplate?: string
}

/** Still to be asked again: the work runs, or has ended and its report is on the way. */
const moving = (one: Import | undefined) => Boolean(one?.job && (!hasEnded(one.job.state) || (one.job.state === 'done' && !one.report)))

/** @param withErrors only those that wait for somebody to mend their file */
export function useImports(withErrors: boolean) {
  return useInfiniteQuery({
    queryKey: ['imports', 'list', withErrors],
    queryFn: ({ pageParam }) => http.get<Page<Import>>('/imports', { limit: 50, cursor: pageParam, errors: withErrors || undefined }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: (query) => (query.state.data?.pages.some((page) => page.items.some(moving)) ? 2000 : false),
  })
}

export function useImport(id: string) {
  return useQuery({
    queryKey: ['imports', id],
    queryFn: () => http.get<Import>(`/imports/${id}`),
    refetchInterval: (query) => (moving(query.state.data) ? 700 : false),
  })
}

export const useUpload = () =>
  useMutation({
    mutationFn: async (file: File) => {
      const answer = await send('POST', '/uploads', { body: file, headers: { 'X-Filename': encodeURIComponent(file.name), 'Content-Type': 'application/octet-stream' } })
      return (await answer.json()) as Upload
    },
  })

function useImportChange<V>(change: (input: V) => Promise<Import>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: change, onSettled: () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }) })
}

export const useStartImport = () => useImportChange((input: NewImport) => http.post<Import>('/imports', input))
export const useRunImport = () => useImportChange((id: string) => http.post<Import>(`/imports/${id}/run`))
export const useUndoImport = () => useImportChange((id: string) => http.post<Import>(`/imports/${id}/undo`))
