import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { http } from '@/lib/http'
import type { Response } from './types'

export const useResponse = (asOf: string) => useQuery({ queryKey: ['models', 'response', 'page', asOf], queryFn: ({ signal }) => http.get<Response>('/models/response/page', { asOf }, signal), placeholderData: keepPreviousData })
