import { DownloadOutlined, HistoryOutlined, PlayCircleOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '@/lib/format'
import { download, query } from '@/lib/http'
import { useLabel } from '@/lib/i18n'
import { useJob } from '@/lib/jobs'
import { ROUTES } from '@/lib/routes'
import { useCan } from '@/lib/session'
import { Card } from '@/ui/card'
import { JobProgress } from '@/ui/job-progress'
import { When } from '@/ui/when'
import { RunState } from './run-state'
import { ScheduleEditor } from './schedule-editor'
import type { Card as Model, Lack } from './types'

const PAGES: Record<string, string> = { rfm: ROUTES.rfm, clv: ROUTES.value, churn: ROUTES.churn, clusters: ROUTES.clusters, influence: ROUTES.influence, wallet: ROUTES.wallet, next: `${ROUTES.baskets}/next`, replenishment: `${ROUTES.baskets}/repurchase`, response: `${ROUTES.baskets}/prices` }

interface Props {
  card: Model
  asOf: string
  onRun: (() => void) | null
  onHistory: () => void
}

/** One model: what its last run left, what it lacks, when it runs again. */
export function ModelCard({ card, asOf, onRun, onHistory }: Props) {
  const { t } = useTranslation('models')
  const format = useFormat()
  const label = useLabel()
  const mayExport = useCan('DATA_EXPORT')
  const { last, latest, running } = card
  const page = PAGES[card.model]
  return (
    <Card className="model-card" title={label(card.label, card.model)} hint={t(`about.${card.model}`, { defaultValue: '' })} extra={latest && <RunState run={latest} />}>
      <div className="stack tight">
        {last
          ? (
            <dl className="pairs">
              <dt>{t('asOf')}</dt><dd><When at={last.asOf} as="dateTime" /></dd>
              <dt>{t('ran')}</dt><dd><When at={last.finishedAt} as="relative" /> · {last.by === 'schedule' ? t('bySchedule') : last.by}</dd>
              <dt>{t('scored')}</dt><dd className="num">{format.number(last.customers ?? 0)}</dd>
              <dt>{t('changed')}</dt><dd className="num">{format.number(last.changed ?? 0)}</dd>
            </dl>
          )
          : !running && <p className="muted">{t('never')}</p>}
        {latest?.lack && <LackText lack={latest.lack} />}
        {running?.job && <Running job={running.job} />}
        <ScheduleEditor card={card} editable={onRun !== null} />
        <div className="row tight">
          {onRun && <Button icon={<PlayCircleOutlined />} disabled={running !== null} onClick={onRun}>{t('run')}</Button>}
          <Button icon={<HistoryOutlined />} onClick={onHistory}>{t('history')}</Button>
          {last && mayExport && <Button icon={<DownloadOutlined />} onClick={() => void download(`/models/${card.model}/scores${query({ asOf })}`, `scores-${card.model}.csv`)}>CSV</Button>}
          {last && page && <Link className="card-link" to={`${page}${query({ asOf: last.asOf })}`}>{t('look')}</Link>}
        </div>
      </div>
    </Card>
  )
}

export function LackText({ lack }: { lack: Lack }) {
  const { t } = useTranslation('models')
  const format = useFormat()
  return <p className="badge warn notice">{t(`lack.${lack.what}`, { has: format.number(lack.has), needs: format.number(lack.needs), defaultValue: t('lack.other', { what: lack.what, has: lack.has, needs: lack.needs }) })}</p>
}

function Running({ job }: { job: string }) {
  const state = useJob(job)
  return state.data ? <JobProgress job={state.data} compact /> : null
}
