import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '@/lib/format'
import { useLabel } from '@/lib/i18n'
import { ROUTES, openLink } from '@/lib/routes'
import type { Stage } from './api'

/** One bar a stage; each is a link to its customers. */
export function Stages({ stages, asOf }: { stages: Stage[]; asOf: string }) {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const label = useLabel()
  const top = Math.max(1, ...stages.map((stage) => stage.customers))
  const total = stages.reduce((sum, stage) => sum + stage.customers, 0) || 1
  return (
    <>
      <ul className="stage-bars">
        {stages.map((stage) => (
          <li key={stage.key}>
            <Link to={openLink(stage.open ?? `in=stage.activity:${stage.key}`, asOf)}>
              <span className="name">{label(stage.label, stage.key)}</span>
              <span className="track"><i className={`fill ${stage.key}`} style={{ width: `${(stage.customers / top) * 100}%` }} /></span>
              <b className="num">{format.number(stage.customers)}</b>
              <span className="muted num share">{format.percent(stage.customers / total)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <p className="more-link"><Link to={ROUTES.lifecycle}>{t('stages.more')}</Link></p>
    </>
  )
}
