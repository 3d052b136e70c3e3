import { createContext, useContext } from 'react'

export type Language = 'en' | 'zh'
export type Theme = 'light' | 'dark' | 'system'
export type Role = 'viewer' | 'analyst' | 'operator' | 'developer' | 'admin'

export interface Session {
  user: { id: string; email: string; name: string; role: Role; language: Language | null; theme: Theme | null }
  permissions: string[]
  workspace: { name: string; zone: string; currency: string; language: Language; phoneRegion: string }
  sample: boolean
}

export const SessionContext = createContext<Session | null>(null)

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession is called outside the signed-in part of the console')
  return session
}

/** Whether the signed-in person may do this; unknown permissions are denied. */
export function useCan(permission: string): boolean {
  return useContext(SessionContext)?.permissions.includes(permission) ?? false
}
