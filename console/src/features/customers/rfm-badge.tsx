import { useTranslation } from 'react-i18next'
import { useLabel } from '@/lib/i18n'
import type { RfmBadge as Scores } from './types'

/** The three scores as three small columns, and the name of the type beside them. */
export function RfmBadge({ of, plain }: { of: Scores | null | undefined; plain?: boolean }) {
  const { t } = useTranslation('selections')
  const label = useLabel()
  if (!of) return <span className="muted">–</span>
  const type = label(of.typeLabel) || t(`type.${of.type}`, { defaultValue: of.type })
  return (
    <span className="rfm-badge">
      <span className="rfm-bars" aria-hidden="true">
        {[of.r, of.f, of.m].map((score, i) => <i key={i} style={{ height: `${score * 20}%` }} />)}
      </span>
      <span className="num" title={t('scores', { r: of.r, f: of.f, m: of.m })}>{of.r}{of.f}{of.m}</span>
      {!plain && <span className="muted">{type}</span>}
    </span>
  )
}
