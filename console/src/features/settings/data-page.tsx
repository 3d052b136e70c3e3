import { useQueryClient } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { hasEnded, useJob } from '@/lib/jobs'
import { useLoadSample, useRemoveSample, useSample } from '@/lib/sample'
import { useCan } from '@/lib/session'
import { Card } from '@/ui/card'
import { DataTable } from '@/ui/data-table'
import { JobProgress } from '@/ui/job-progress'
import { Load, Skeleton } from '@/ui/load'
import { ProblemAlert } from '@/ui/problem-alert'
import { When } from '@/ui/when'
import { RecentJobs } from './recent-jobs'
import { useErasures, useExportParquet, useFreshness } from './api'

export default function DataPage() {
  const { t } = useTranslation('settings')
  const can = { jobs: useCan('JOBS_READ'), sample: useCan('SAMPLE_ADMIN'), export: useCan('DATA_EXPORT'), erase: useCan('CUSTOMERS_ERASE') }
  return (
    <div className="columns">
      <div className="c6 stack">
        {can.sample && <Card title={t('sample.title')} hint={t('sample.hint')}><Sample /></Card>}
        {can.export && <Card title={t('parquet.title')} hint={t('parquet.hint')}><Parquet /></Card>}
        {can.jobs && <Card flush title={t('jobs.title')} hint={t('jobs.hint')}><RecentJobs /></Card>}
      </div>
      <div className="c6 stack">
        <Card title={t('fresh.title')} hint={t('fresh.hint')}><Freshness /></Card>
        {can.erase && <Card flush title={t('erasures.title')} hint={t('erasures.hint')}><Erasures /></Card>}
      </div>
    </div>
  )
}

function useStarted(running?: string | null) {
  const client = useQueryClient()
  const [id, setId] = useState<string | null>(null)
  const refresh = useCallback(() => void client.invalidateQueries(), [client])
  const job = useJob(id ?? running ?? null, refresh)
  // An old job that has ended is no news.
  const shown = job.data && (id !== null || !hasEnded(job.data.state)) ? job.data : undefined
  return { job: shown, follow: (started: { id: string }) => setId(started.id), busy: job.data?.state === 'running' || job.data?.state === 'queued' }
}

function Sample() {
  const { t } = useTranslation('settings')
  const { t: common } = useTranslation()
  const format = useFormat()
  const sample = useSample()
  const load = useLoadSample()
  const remove = useRemoveSample()
  const { job, follow, busy } = useStarted(sample.data?.job)
  const error = load.error ?? remove.error
  return (
    <Load query={sample}>
      {(state) => (
        <div className="stack tight">
          <p>{state.loaded ? t('sample.loaded', { customers: format.number(state.customers), facts: format.number(state.facts) }) : t('sample.absent')}</p>
          {job && <JobProgress job={job} />}
          {error && <ProblemAlert error={error} />}
          <div className="row">
            {state.loaded
              ? <Popconfirm title={t('sample.sure')} okText={t('sample.remove')} cancelText={common('cancel')} onConfirm={() => remove.mutate(undefined, { onSuccess: follow })}><Button danger loading={remove.isPending || busy}>{t('sample.remove')}</Button></Popconfirm>
              : <Button type="primary" loading={load.isPending || busy} onClick={() => load.mutate(undefined, { onSuccess: follow })}>{t('sample.load')}</Button>}
          </div>
        </div>
      )}
    </Load>
  )
}

function Parquet() {
  const { t } = useTranslation('settings')
  const start = useExportParquet()
  const { job, follow, busy } = useStarted()
  return (
    <div className="stack tight">
      {job && <JobProgress job={job} />}
      {start.isError && <ProblemAlert error={start.error} />}
      <div className="row"><Button loading={start.isPending || busy} onClick={() => start.mutate(undefined, { onSuccess: follow })}>{t('parquet.do')}</Button></div>
    </div>
  )
}

function Freshness() {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const freshness = useFreshness()
  return (
    <Load query={freshness} skeleton={<Skeleton lines={3} />}>
      {(data) => (
        <dl className="pairs">
          <dt>{t('fresh.facts')}</dt><dd className="num strong">{format.number(data.facts)}</dd>
          <dt>{t('fresh.last')}</dt><dd><When at={data.lastFactAt} as="dateTime" /></dd>
          <dt>{t('fresh.lag')}</dt><dd><span className={`badge ${data.lagMillis < 2000 ? 'good' : 'warn'}`}>{t('fresh.seconds', { seconds: format.number(data.lagMillis / 1000, 1) })}</span></dd>
        </dl>
      )}
    </Load>
  )
}

function Erasures() {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const erasures = useErasures()
  return (
    <Load query={erasures} skeleton={<Skeleton lines={3} />}>
      {(rows) => (rows.length === 0
        ? <p className="muted in-flush">{t('erasures.none')}</p>
        : (
          <DataTable
            label={t('erasures.title')} rows={rows} rowKey={(row) => row.id}
            columns={[
              { key: 'id', title: t('erasures.certificate'), card: 'lead', render: (row) => <code>{row.id.slice(0, 13)}</code> },
              { key: 'records', title: t('erasures.records'), end: true, render: (row) => <span className="num" title={row.stores.map((store) => `${store.store}: ${store.records}`).join('\n')}>{format.number(row.stores.reduce((sum, store) => sum + store.records, 0))}</span> },
              { key: 'at', title: t('erasures.at'), end: true, render: (row) => <When at={row.finishedAt ?? row.requestedAt} as="dateTime" /> },
            ]}
          />
        ))}
    </Load>
  )
}
