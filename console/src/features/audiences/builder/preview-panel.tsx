import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '@/lib/format'
import { foremost } from '@/lib/foremost'
import { useLabel } from '@/lib/i18n'
import { isProblem } from '@/lib/problem'
import { customerLink, openLink } from '@/lib/routes'
import { Card } from '@/ui/card'
import { Figure } from '@/ui/figure'
import { Skeleton } from '@/ui/load'
import { ProblemAlert } from '@/ui/problem-alert'
import type { usePreview } from '../api'
import type { Json } from '../language/types'
import { conditionLink } from '../links'
import type { Preview } from '../types'
import { useWords } from '../vocabulary'
import { Waterfall } from './waterfall'

interface Props {
  query: ReturnType<typeof usePreview>
  /** What the shown answer is about. */
  condition: Json
  waiting: boolean
}

/** What the condition comes to, while it is edited. */
export function PreviewPanel({ query, condition, waiting }: Props) {
  const { t } = useTranslation('audiences')
  const broken = query.isError && isProblem(query.error) && query.error.status === 400
  return (
    <Card title={t('preview')} className={`preview ${waiting ? 'waiting' : ''}`}>
      {broken && <p className="problem small" role="status">{t('incomplete')}</p>}
      {query.isError && !broken && <ProblemAlert error={query.error} onRetry={() => void query.refetch()} retrying={query.isFetching} />}
      {!query.isError && (query.data ? <Shown preview={query.data} condition={condition} waiting={waiting} /> : <Skeleton lines={8} />)}
    </Card>
  )
}

function Shown({ preview, condition, waiting }: { preview: Preview; condition: Json; waiting: boolean }) {
  const { t } = useTranslation('audiences')
  const format = useFormat()
  const share = preview.total > 0 ? preview.count / preview.total : 0
  return (
    <div className="stack" aria-busy={waiting}>
      <div>
        <p className="preview-count" aria-live="polite">
          <Figure value={preview.count} open={preview.open ?? conditionLink(condition)} label={t('customers')} />
          <span className="muted"> {t('ofTotal', { total: format.number(preview.total), share: format.percent(share, share < 0.1 ? 2 : 1) })}</span>
        </p>
        <p className="muted small num">{t('took', { millis: format.number(preview.millis), asOf: format.dateTime(preview.asOf) })}</p>
      </div>
      <Reach preview={preview} open={preview.open ?? conditionLink(condition)} />
      {preview.steps.length > 0 && <section><h3>{t('waterfall')}</h3><Waterfall preview={preview} condition={condition} /></section>}
      {preview.sample.length > 0 && <Sample preview={preview} />}
    </div>
  )
}

function Reach({ preview, open }: { preview: Preview; open: string | null }) {
  const { t } = useTranslation('audiences')
  const format = useFormat()
  const words = useWords()
  const channels = Object.entries(preview.reach)
  if (channels.length === 0) return null
  return (
    <section>
      <h3>{t('reach')}</h3>
      <p className="muted small">{t('reachHint')}</p>
      <ul className="reach">
        {channels.map(([channel, count]) => {
          const share = preview.count > 0 ? count / preview.count : 0
          return (
            <li key={channel}>
              <span>{words.word('channel', channel)}</span>
              <span className="bar" aria-hidden="true"><i style={{ width: `${Math.min(100, share * 100)}%` }} /></span>
              <Figure value={count} open={open && count > 0 ? `${openLink(open)}&in=reach:${encodeURIComponent(channel)}` : null} label={words.word('channel', channel)} />
              <span className="muted small num">{format.percent(share)}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Sample({ preview }: { preview: Preview }) {
  const { t } = useTranslation('audiences')
  const { t: common } = useTranslation()
  const label = useLabel()
  return (
    <section>
      <h3>{t('sample')}</h3>
      <ul className="sample">
        {preview.sample.map((row) => (
          <li key={row.id}>
            <Link to={customerLink(row.id)}>{row.name ?? common('unnamed')}</Link>
            <span className="muted small clip">{foremost(row.identities ?? [])?.masked}</span>
            {row.stage && <span className="badge">{label(row.stage.label, row.stage.stage)}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
