import { PlusOutlined } from '@ant-design/icons'
import { Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '@/lib/format'
import { hasEnded } from '@/lib/jobs'
import { ROUTES } from '@/lib/routes'
import { useCan } from '@/lib/session'
import { useUrlState } from '@/lib/url-state'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { PageHeader } from '@/ui/page-header'
import { PagedTable } from '@/ui/paged-table'
import { RemovableChip } from '@/ui/removable-chip'
import { When } from '@/ui/when'
import { useImports, type Import } from './api'

function State({ one }: { one: Import }) {
  const { t } = useTranslation('imports')
  const { t: common } = useTranslation()
  const { job } = one
  if (one.undone) return <span className="badge">{t('undone')}</span>
  if (!job) return <span className="muted">–</span>
  if (job.state === 'running' && job.total) return <Progress percent={Math.floor((job.done / job.total) * 100)} size="small" aria-label={one.filename} style={{ width: 110 }} />
  const look = job.state === 'done' ? (one.report?.errors ? 'warn' : 'good') : job.state === 'failed' ? 'bad' : 'brand'
  return <span className={`badge ${look}`}>{one.dryRun && hasEnded(job.state) ? t('checked') : common(`job.state.${job.state}`)}</span>
}

const SHAPE = { errors: '' }

export default function ImportsPage() {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const [state, change] = useUrlState(SHAPE)
  const withErrors = state.errors === 'true'
  const imports = useImports(withErrors)
  const may = useCan('IMPORTS_WRITE')
  const start = may && <LinkButton type="primary" icon={<PlusOutlined />} to={ROUTES.newImport}>{t('new')}</LinkButton>
  const columns: Column<Import>[] = [
    { key: 'file', title: t('column.file'), card: 'lead', render: (one) => <Link className="main-link" to={`${ROUTES.imports}/${one.id}`}>{one.filename}</Link> },
    { key: 'kind', title: t('column.kind'), render: (one) => t(`kind.${one.kind}`) },
    { key: 'state', title: t('column.state'), render: (one) => <State one={one} /> },
    { key: 'rows', title: t('column.rows'), end: true, render: (one) => <span className="num">{one.report ? format.number(one.report.rows) : '–'}</span> },
    { key: 'errors', title: t('column.errors'), end: true, render: (one) => (one.report?.errors ? <Link to={`${ROUTES.imports}/${one.id}`} className="bad num">{format.number(one.report.errors)}<span className="hidden-visually"> {t('column.errors')}, {one.filename}</span></Link> : <span className="muted">{one.report ? '0' : '–'}</span>) },
    { key: 'by', title: t('column.by'), card: 'none', render: (one) => one.by },
    { key: 'at', title: t('column.at'), end: true, render: (one) => <When at={one.createdAt} as="dateTime" /> },
  ]
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={start} />
      {withErrors && <div className="filters"><RemovableChip text={t('withErrors')} onRemove={() => change({ errors: '' })} /></div>}
      <div className="card flush">
        <PagedTable label={t('title')} query={imports} columns={columns} rowKey={(one) => one.id} opens empty={withErrors ? <EmptyState title={t('noErrors')}>{t('noErrorsHint')}</EmptyState> : <EmptyState title={t('empty')} actions={start}>{t('emptyHint')}</EmptyState>} />
      </div>
    </>
  )
}
