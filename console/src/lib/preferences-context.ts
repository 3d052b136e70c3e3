import { createContext, useContext } from 'react'
import type { Language, Theme } from './session'

export interface Preferences {
  theme: Theme
  dark: boolean
  language: Language
  setTheme: (theme: Theme) => void
  setLanguage: (language: Language) => void
}

export const PreferencesContext = createContext<Preferences | null>(null)

export function usePreferences(): Preferences {
  const preferences = useContext(PreferencesContext)
  if (!preferences) throw new Error('usePreferences is called outside the console')
  return preferences
}
