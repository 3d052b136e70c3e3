import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { App, ConfigProvider } from 'antd'
import enGB from 'antd/locale/en_GB'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/en-gb'
import 'dayjs/locale/zh-cn'
import { lazy, useEffect, useMemo, useState, type ReactNode } from 'react'
import { I18nextProvider } from 'react-i18next'
import { i18n, useLanguage } from '@/lib/i18n'
import { storeLanguage, storeTheme, storedTheme } from '@/lib/preferences'
import { PreferencesContext, type Preferences } from '@/lib/preferences-context'
import type { Theme } from '@/lib/session'
import { PALETTES, PaletteContext } from '@/ui/chart/palette'
import { ConditionEditorContext } from '@/ui/condition-editor'
import { queryClient } from './query-client'
import { antdTheme } from './theme'

const Builder = lazy(() => import('@/features/audiences/builder/embedded-builder'))

function useMedia(condition: string): boolean {
  const query = useMemo(() => matchMedia(condition), [condition])
  const [holds, setHolds] = useState(query.matches)
  useEffect(() => {
    const follow = (event: MediaQueryListEvent) => setHolds(event.matches)
    query.addEventListener('change', follow)
    return () => query.removeEventListener('change', follow)
  }, [query])
  return holds
}

function Themed({ children }: { children: ReactNode }) {
  const systemDark = useMedia('(prefers-color-scheme: dark)')
  const still = useMedia('(prefers-reduced-motion: reduce)')
  const [theme, setThemeState] = useState<Theme>(storedTheme)
  const language = useLanguage()
  const dark = theme === 'dark' || (theme === 'system' && systemDark)

  useEffect(() => {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  }, [dark])
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en-gb')

  const preferences = useMemo<Preferences>(() => ({
    theme, dark, language,
    setTheme: (next) => {
      storeTheme(next)
      setThemeState(next)
    },
    setLanguage: (next) => {
      storeLanguage(next)
      void i18n.changeLanguage(next)
    },
  }), [theme, dark, language])

  return (
    <PreferencesContext value={preferences}>
      <PaletteContext value={PALETTES[dark ? 'dark' : 'light']}>
        <ConfigProvider locale={language === 'zh' ? zhCN : enGB} theme={antdTheme(dark, still)} button={{ autoInsertSpace: false }}>
          <App message={{ maxCount: 3 }}>{children}</App>
        </ConfigProvider>
      </PaletteContext>
    </PreferencesContext>
  )
}

export function Providers({ children, client = queryClient }: { children: ReactNode; client?: QueryClient }) {
  return (
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={client}>
        <ConditionEditorContext value={Builder}><Themed>{children}</Themed></ConditionEditorContext>
      </QueryClientProvider>
    </I18nextProvider>
  )
}
