import { QueryClient } from '@tanstack/react-query'
import { isProblem } from '@/lib/problem'

const TRIES = 2

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: false,
      networkMode: 'always',
      // A refusal stays a refusal; only an outage is worth another try.
      retry: (count, error) => isProblem(error) && error.outage && count < TRIES,
      retryDelay: 500,
    },
    mutations: { networkMode: 'always' },
  },
})
