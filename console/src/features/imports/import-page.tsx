import { DownloadOutlined, PlayCircleOutlined, UndoOutlined } from '@ant-design/icons'
import { App, Button, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { download } from '@/lib/http'
import { hasEnded } from '@/lib/jobs'
import { ROUTES } from '@/lib/routes'
import { useCan } from '@/lib/session'
import { Card } from '@/ui/card'
import { JobProgress } from '@/ui/job-progress'
import { Load, Skeleton } from '@/ui/load'
import { PageHeader } from '@/ui/page-header'
import { ProblemAlert } from '@/ui/problem-alert'
import { useImport, useRunImport, useUndoImport, type Import } from './api'
import { ReportCard } from './report-card'
import { WizardSteps } from './wizard/wizard-steps'
import './imports.css'

export default function ImportPage() {
  const { id = '' } = useParams()
  const one = useImport(id)
  return <Load query={one} skeleton={<Skeleton height={360} />}>{(data) => <Loaded one={data} />}</Load>
}

function Loaded({ one }: { one: Import }) {
  const { t } = useTranslation('imports')
  const { t: common } = useTranslation()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const may = useCan('IMPORTS_WRITE')
  const run = useRunImport()
  const undo = useUndoImport()
  const ended = one.job ? hasEnded(one.job.state) : true
  const done = one.job?.state === 'done'
  const actions = may && (
    <>
      {one.dryRun && done && <Button type="primary" icon={<PlayCircleOutlined />} loading={run.isPending} onClick={() => run.mutate(one.id, { onSuccess: (real) => void navigate(`${ROUTES.imports}/${real.id}`) })}>{t('runNow')}</Button>}
      {!one.dryRun && ended && !one.undone && (
        <Popconfirm title={t('undoSure')} okText={t('undo')} cancelText={common('cancel')} onConfirm={() => undo.mutate(one.id, { onSuccess: () => void message.success(t('undoing')) })}>
          <Button icon={<UndoOutlined />} loading={undo.isPending}>{t('undo')}</Button>
        </Popconfirm>
      )}
    </>
  )
  return (
    <div className="stack">
      <PageHeader
        title={one.filename} crumb={<Link to={ROUTES.imports}>← {t('title')}</Link>}
        lead={`${t(`kind.${one.kind}`)} · ${one.by}${one.dryRun ? ` · ${t('dryRun')}` : ''}${one.undone ? ` · ${t('undone')}` : ''}`} actions={actions}
      />
      <WizardSteps current={one.dryRun ? (ended ? 4 : 3) : (ended ? 5 : 4)} />
      {run.isError && <ProblemAlert error={run.error} />}
      {undo.isError && <ProblemAlert error={undo.error} />}
      {one.job && !(done && one.report) && <Card><JobProgress job={{ ...one.job, title: one.job.title || one.filename }} controls={may} /></Card>}
      {ended && one.report && (done || one.report.rows + one.report.errors > 0) && (
        <div className="columns">
          <div className="c8 stack"><ReportCard report={one.report} dryRun={one.dryRun} /></div>
          <div className="c4 stack">
            {one.report.errors > 0 && <Errors one={one} />}
            <Mapping one={one} />
          </div>
        </div>
      )}
    </div>
  )
}

function Errors({ one }: { one: Import }) {
  const { t } = useTranslation('imports')
  const { message } = App.useApp()
  const fetchFile = () => download(`/imports/${one.id}/errors`, `errors-${one.filename}.csv`).catch((error: Error) => message.error(error.message))
  return (
    <Card title={t('errors.title')} hint={t('errors.hint')}>
      <ul className="list-plain-small">
        {Object.entries(one.report?.byCode ?? {}).map(([code, count]) => (
          <li key={code}><span>{t(`code.${code.replaceAll('.', '-')}`, { defaultValue: code })}</span><b className="num">{count}</b></li>
        ))}
      </ul>
      <div className="row" style={{ marginTop: 14 }}><Button icon={<DownloadOutlined />} onClick={() => void fetchFile()}>{t('errors.file')}</Button></div>
    </Card>
  )
}

function Mapping({ one }: { one: Import }) {
  const { t } = useTranslation('imports')
  return (
    <Card title={t('mapping.title')}>
      <dl className="pairs">
        {Object.entries(one.mapping).map(([field, column]) => (
          <div key={field} style={{ display: 'contents' }}><dt>{field.startsWith('attribute.') ? t('columns.kept') : t(`field.${field}`, { defaultValue: field })}</dt><dd>{column}</dd></div>
        ))}
        {one.options.currency && <><dt>{t('option.currency')}</dt><dd>{one.options.currency}</dd></>}
        {one.options.zone && <><dt>{t('option.zone')}</dt><dd>{one.options.zone}</dd></>}
      </dl>
    </Card>
  )
}
