import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { http, send } from '@/lib/http'
import type { Page } from '@/lib/types'

export const KINDS = ['any', 'id', 'external', 'email', 'phone', 'member_card', 'wechat_unionid', 'wechat_openid', 'wecom_external'] as const
export type Kind = (typeof KINDS)[number]
export type Verb = 'add' | 'remove'

export interface Look {
  upload: string
  filename: string
  header: boolean
  /** What seems to be a header names a customer. */
  headerNames: boolean
  rows: number
  looked: number
  columns: { name: string; filled: number; kinds: { kind: Kind; found: number }[] }[]
  /** The place of the column that names customers best. */
  column: number | null
  kind: Kind
}

export interface Report {
  lines: number
  customers: number
  repeated: number
  unknown: number
  changed: number
  already: number
}

export interface Fill {
  id: string
  audience: string | null
  verb: Verb
  filename: string
  column: string
  kind: Kind
  dryRun: boolean
  job: string
  report: Report
  by: string
  at: string
}

export interface Line {
  fill: string
  filename: string
  line: number
  text: string
  kind: Kind
  reason: 'blank' | 'impossible' | 'unknown' | 'cut'
}

export interface NewFill {
  audience?: string
  verb: Verb
  upload: string
  column: string
  kind: Kind
  headerToo: boolean
  dryRun: boolean
}

const items = async <T>(path: string) => (await http.get<{ items: T[] }>(path)).items
const lineAt = (audience: string, { fill, line }: Line) => `/audiences/${audience}/lines/${fill}/${line}`

/** Sends a file and asks what its columns are. */
export const useLook = () =>
  useMutation({
    mutationFn: async (file: File) => {
      const answer = await send('POST', '/uploads', { body: file, headers: { 'X-Filename': encodeURIComponent(file.name), 'Content-Type': 'application/octet-stream' } })
      const { id } = (await answer.json()) as { id: string }
      return http.get<Look>(`/list-files/${id}`)
    },
  })

export const useFill = (id: string | null) => useQuery({ queryKey: ['list-fill', id], queryFn: () => http.get<Fill>(`/list-fills/${id}`), enabled: id !== null })
export const useExamples = (id: string) => useQuery({ queryKey: ['list-fill', id, 'examples'], queryFn: () => items<Line>(`/list-fills/${id}/examples`) })
export const useFills = (audience: string) => useQuery({ queryKey: ['audience-part', audience, 'fills'], queryFn: () => items<Fill>(`/audiences/${audience}/fills`) })

export function useRefreshList() {
  const client = useQueryClient()
  return () => Promise.all([['audiences'], ['audience'], ['audience-part'], ['list-fill'], ['jobs']].map((queryKey) => client.invalidateQueries({ queryKey })))
}

export function useStartFill() {
  const refresh = useRefreshList()
  return useMutation({ mutationFn: (body: NewFill) => http.post<Fill>('/list-fills', body), onSuccess: refresh })
}

export function useLines(audience: string) {
  return useInfiniteQuery({
    queryKey: ['audience-part', audience, 'lines'],
    queryFn: ({ pageParam }) => http.get<Page<Line>>(`/audiences/${audience}/lines`, { limit: 20, cursor: pageParam, include: pageParam ? undefined : 'total' }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

/** The whole text, for whoever may see it; seeing it is written down. */
export const useReveal = (audience: string) => useMutation({ mutationFn: async (line: Line) => (await http.get<{ text: string | null }>(lineAt(audience, line))).text })

export function useMend(audience: string) {
  const refresh = useRefreshList()
  return useMutation({ mutationFn: ({ line, text }: { line: Line; text: string }) => http.put<{ found: boolean; reason: Line['reason'] | null }>(lineAt(audience, line), { text }), onSuccess: refresh })
}

/** Without a line: all of them. */
export function useDismiss(audience: string) {
  const refresh = useRefreshList()
  return useMutation({ mutationFn: (line: Line | null) => http.remove(line ? lineAt(audience, line) : `/audiences/${audience}/lines`), onSuccess: refresh })
}

export function useTryAgain(audience: string) {
  const refresh = useRefreshList()
  return useMutation({ mutationFn: () => http.post<{ job: string }>(`/audiences/${audience}/lines/try`), onSuccess: refresh })
}
