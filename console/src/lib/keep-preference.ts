import { useMutation, useQueryClient } from '@tanstack/react-query'
import { http } from './http'
import { usePreferences } from './preferences-context'
import type { Language, Session, Theme } from './session'

interface Change {
  theme?: Theme
  language?: Language
}

/** Keeps a preference with the user; the screen follows at once, whatever the server says. */
export function useKeepPreference() {
  const { setTheme, setLanguage } = usePreferences()
  const client = useQueryClient()
  const save = useMutation({
    mutationFn: (change: Change) => http.patch('/session/user', change),
    onSuccess: (_, change) =>
      client.setQueryData<Session>(['session'], (session) => session && { ...session, user: { ...session.user, ...change } }),
  })
  return {
    theme: (theme: Theme) => {
      setTheme(theme)
      save.mutate({ theme })
    },
    language: (language: Language) => {
      setLanguage(language)
      save.mutate({ language })
    },
  }
}
