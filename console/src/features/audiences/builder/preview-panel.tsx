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
  const channels = Object.entries(preview.reach)
  if (channels.length === 0) return null
  return (
    <section>
      <h3>{t('reach')}</h3>
      <p className="muted small">{t('reachHint')}</p>
      <ul className="reach">
        {channels.map(([channel, given]) => <Funnel key={channel} channel={channel} of={preview.count} addressed={preview.addresses?.[channel] ?? given} given={given} open={open} />)}
      </ul>
    </section>
  )
}

interface FunnelProps {
  channel: string
  of: number
  addressed: number
  given: number
  open: string | null
}

/** From whom the condition takes in, over who has an address, to who gave the consent. */
function Funnel({ channel, of, addressed, given, open }: FunnelProps) {
  const { t } = useTranslation('audiences')
  const format = useFormat()
  const words = useWords()
  const name = words.word('channel', channel)
  const link = (count: number, selection: string) => (open && count > 0 ? `${openLink(open)}&in=${selection}:${encodeURIComponent(channel)}` : null)
  const width = (count: number) => `${of > 0 ? Math.min(100, (count / of) * 100) : 0}%`
  return (
    <li>
      <span>{name}</span>
      <span className="bar" aria-hidden="true"><i className="addressed" style={{ width: width(addressed) }} /><i style={{ width: width(given) }} /></span>
      <span className="reach-numbers num">
        <Figure value={addressed} open={link(addressed, 'address')} label={t('reachAddress', { channel: name })} />
        <span className="muted" aria-hidden="true"> → </span>
        <b><Figure value={given} open={link(given, 'reach')} label={t('reachGiven', { channel: name })} /></b>
      </span>
      <span className="muted small num">{format.percent(of > 0 ? given / of : 0)}</span>
    </li>
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
