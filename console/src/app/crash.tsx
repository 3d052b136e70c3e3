import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRouteError } from 'react-router'
import { ProblemAlert } from '@/ui/problem-alert'

/** A screen that broke says so and offers the way back; it never leaves a blank page. */
export function Crash() {
  const { t } = useTranslation()
  const error = useRouteError()
  return (
    <div className="stack">
      <h1>{t('crash.title')}</h1>
      <ProblemAlert error={error} />
      <div className="row"><Button type="primary" onClick={() => window.location.reload()}>{t('crash.reload')}</Button></div>
    </div>
  )
}
