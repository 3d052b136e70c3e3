import { Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import type { Audience } from './types'

const LATE = 5000

/** Whether the members are right now: live, still being found out, or failed and why. */
export function StateBadge({ of }: { of: Pick<Audience, 'state' | 'lagMillis' | 'lastError' | 'kind'> }) {
  const { t } = useTranslation('audiences')
  const format = useFormat()
  if (of.kind === 'static' && of.state === 'live') return <span className="badge">{t('kind.static')}</span>
  const lag = of.lagMillis ?? 0
  const lagText = lag >= 1000 ? t('lagSeconds', { seconds: format.number(lag / 1000, 1) }) : t('lagMillis', { millis: format.number(lag) })
  const look = of.state === 'failed' ? 'bad' : of.state === 'evaluating' ? 'brand' : lag > LATE ? 'warn' : 'good'
  const badge = <span className={`badge ${look}`}><span className="dot" />{t(`state.${of.state}`)}{of.state === 'live' && ` · ${lagText}`}</span>
  return of.lastError ? <Tooltip title={of.lastError}><span>{badge}<span className="hidden-visually">{of.lastError}</span></span></Tooltip> : badge
}
