import { useTranslation } from 'react-i18next'
import { Logo } from '@/ui/logo'
import { ProblemAlert } from '@/ui/problem-alert'

/** What stands on the screen before the session is known. */
export function Splash({ error, onRetry }: { error?: unknown; onRetry?: () => void }) {
  const { t } = useTranslation()
  return (
    <main className="splash">
      <h1 className="hidden-visually">Millrace</h1>
      <Logo size={56} turning={!error} />
      {error ? <ProblemAlert error={error} onRetry={onRetry} /> : <p className="muted" role="status">{t('loading')}</p>}
    </main>
  )
}
