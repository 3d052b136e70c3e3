import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, type ReactNode } from 'react'
import { Navigate, useLocation } from 'react-router'
import { http, onSignedOut } from '@/lib/http'
import { usePreferences } from '@/lib/preferences-context'
import { isProblem } from '@/lib/problem'
import { ROUTES } from '@/lib/routes'
import { SessionContext, type Session } from '@/lib/session'
import { Splash } from './splash'

/** Lets nobody in without a session, and tells everything below who is here. */
export function SessionGate({ children }: { children: ReactNode }) {
  const client = useQueryClient()
  const location = useLocation()
  const { setTheme, setLanguage } = usePreferences()
  const session = useQuery({ queryKey: ['session'], queryFn: () => http.get<Session>('/session'), staleTime: Infinity })

  useEffect(() => onSignedOut(() => void client.resetQueries({ queryKey: ['session'] })), [client])

  // The choice kept with the user wins over the browser's, once for each sign-in.
  const adopted = useRef<string | null>(null)
  const user = session.data?.user
  useEffect(() => {
    if (!user || adopted.current === user.id) return
    adopted.current = user.id
    if (user.language) setLanguage(user.language)
    if (user.theme) setTheme(user.theme)
  }, [user, setLanguage, setTheme])

  if (session.data) return <SessionContext value={session.data}>{children}</SessionContext>
  if (isProblem(session.error) && session.error.status === 401) {
    const then = location.pathname + location.search
    return <Navigate to={then === '/' ? ROUTES.signIn : `${ROUTES.signIn}?then=${encodeURIComponent(then)}`} replace />
  }
  return <Splash error={session.error} onRetry={() => void session.refetch()} />
}
