import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '@/lib/format'
import { useLabel } from '@/lib/i18n'
import { openLink } from '@/lib/routes'
import { useSession } from '@/lib/session'
import { Money } from '@/ui/money'
import type { Stages } from './api'

/** One course a stage: its rule in words, how many are in it, and what they brought. */
export function StageTable({ stages }: { stages: Stages }) {
  const { t } = useTranslation('lifecycle')
  const format = useFormat()
  const label = useLabel()
  const { workspace } = useSession()
  const currency = stages.currency ?? workspace.currency
  const top = Math.max(1, ...stages.stages.map((stage) => stage.customers))
  return (
    <ol className="stage-list">
      {stages.stages.map((stage, i) => (
        <li key={stage.key}>
          <Link to={openLink(`in=stage.${stages.scheme}:${stage.key}`, stages.asOf)} className="stage-row">
            <span className="step num" aria-hidden="true">{i + 1}</span>
            <span className="what"><b>{label(stage.label, stage.key)}</b><span className="muted small">{label(stage.rule.sentence)}</span></span>
            <span className="track" aria-hidden="true"><i className={`course-fill pos-${Math.round((i / Math.max(1, stages.stages.length - 1)) * 4)}`} style={{ width: `${(stage.customers / top) * 100}%` }} /></span>
            <span className="count"><b className="num">{format.number(stage.customers)}</b><span className="muted small num">{format.percent(stage.customers / (stages.customers || 1), 1)}</span></span>
            <span className="worth"><Money of={{ amount: stage.revenue, currency }} short /><span className="muted small">{t('revenue')}</span></span>
          </Link>
        </li>
      ))}
    </ol>
  )
}
