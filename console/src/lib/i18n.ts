import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import { storedLanguage } from './preferences'
import { speak } from './http'
import type { Label } from './types'
import type { Language } from './session'

const files = import.meta.glob<Record<string, unknown>>('../locales/*/*.json', { eager: true, import: 'default' })

function resources(): Record<string, Record<string, Record<string, unknown>>> {
  const all: Record<string, Record<string, Record<string, unknown>>> = {}
  for (const [path, texts] of Object.entries(files)) {
    const [, language = '', space = ''] = /locales\/(\w+)\/([\w-]+)\.json$/.exec(path) ?? []
    ;(all[language] ??= {})[space] = texts
  }
  return all
}

export const i18n = i18next.createInstance()

void i18n.use(initReactI18next).init({
  resources: resources(),
  lng: storedLanguage(),
  fallbackLng: 'en',
  defaultNS: 'common',
  interpolation: { escapeValue: false },
  returnNull: false,
  initAsync: false,
})

function follow(language: string): void {
  speak(language)
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
}
i18n.on('languageChanged', follow)
follow(i18n.language)

export function useLanguage(): Language {
  return useTranslation().i18n.language === 'zh' ? 'zh' : 'en'
}

/** Reads a text that the server gives in both languages. */
export function useLabel(): (label: Label | string | null | undefined, fallback?: string) => string {
  const language = useLanguage()
  return (label, fallback = '') => {
    if (!label) return fallback
    if (typeof label === 'string') return label
    return label[language] || label.en || fallback
  }
}
