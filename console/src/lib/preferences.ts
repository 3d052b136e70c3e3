import type { Language, Theme } from './session'

const THEME = 'millrace.theme'
const LANGUAGE = 'millrace.language'

function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // A browser without storage forgets the choice; nothing else breaks.
  }
}

export function storedTheme(): Theme {
  const theme = read(THEME)
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

export function storedLanguage(): Language {
  const language = read(LANGUAGE)
  if (language === 'en' || language === 'zh') return language
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

export const storeTheme = (theme: Theme) => write(THEME, theme)
export const storeLanguage = (language: Language) => write(LANGUAGE, language)
