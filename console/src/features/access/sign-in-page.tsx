import { MoonOutlined, SunOutlined, TranslationOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { http } from '@/lib/http'
import { usePreferences } from '@/lib/preferences-context'
import type { Session } from '@/lib/session'
import { Logo } from '@/ui/logo'
import { ProblemAlert } from '@/ui/problem-alert'
import { LoopDrawing } from './loop-drawing'
import './sign-in.css'

interface Credentials {
  email: string
  password: string
}

/** Only addresses of this console are followed after signing in. */
function safe(then: string | null): string {
  return then && then.startsWith('/') && !then.startsWith('//') && !then.startsWith('/\\') ? then : '/'
}

export default function SignInPage() {
  const { t } = useTranslation('access')
  const { dark, setTheme, language, setLanguage } = usePreferences()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const signIn = useMutation({
    mutationFn: (credentials: Credentials) => http.post<Session>('/session', credentials),
    onSuccess: (session) => {
      client.clear()
      client.setQueryData(['session'], session)
      void navigate(safe(search.get('then')), { replace: true })
    },
  })
  useEffect(() => {
    document.title = `${t('title')} · Millrace`
  }, [t])
  return (
    <div className="sign-in">
      <aside className="sign-in-art" aria-label={t('loop.label')}>
        <div className="sign-in-brand"><Logo size={38} onDark /><b>Millrace</b></div>
        <LoopDrawing />
        <p className="sign-in-line">{t('line')}</p>
      </aside>
      <main className="sign-in-form">
        <div className="sign-in-tools">
          <Button type="text" icon={<TranslationOutlined />} onClick={() => setLanguage(language === 'en' ? 'zh' : 'en')} lang={language === 'en' ? 'zh-CN' : 'en'}>
            {language === 'en' ? '中文' : 'English'}
          </Button>
          <Button type="text" shape="circle" icon={dark ? <SunOutlined /> : <MoonOutlined />} onClick={() => setTheme(dark ? 'light' : 'dark')} aria-label={dark ? t('toLight') : t('toDark')} />
        </div>
        <div className="sign-in-box">
          <h1>{t('title')}</h1>
          <p className="muted">{t('lead')}</p>
          <Form<Credentials> layout="vertical" requiredMark={false} onFinish={(values) => signIn.mutate(values)}>
            <Form.Item name="email" label={t('email')} rules={[{ required: true, message: t('emailNeeded') }]}>
              <Input size="large" type="email" autoComplete="username" />
            </Form.Item>
            <Form.Item name="password" label={t('password')} rules={[{ required: true, message: t('passwordNeeded') }]}>
              <Input.Password size="large" autoComplete="current-password" />
            </Form.Item>
            {signIn.isError && <div className="sign-in-problem"><ProblemAlert error={signIn.error} /></div>}
            <Button type="primary" size="large" block htmlType="submit" loading={signIn.isPending}>{t('enter')}</Button>
          </Form>
          <p className="muted small sign-in-hint">{t('hint')} <code>credentials.json</code></p>
        </div>
      </main>
    </div>
  )
}
