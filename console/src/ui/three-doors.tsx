import { ApiOutlined, ExperimentOutlined, ImportOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasEnded, useJob } from '@/lib/jobs'
import { ROUTES } from '@/lib/routes'
import { useLoadSample, useSample } from '@/lib/sample'
import { useCan } from '@/lib/session'
import { JobProgress } from './job-progress'
import { LinkButton } from './link-button'
import { ProblemAlert } from './problem-alert'

/** The three ways to begin; shown wherever there are no customers yet. */
export function ThreeDoors() {
  const { t } = useTranslation('start')
  const client = useQueryClient()
  const load = useLoadSample()
  const mayLoad = useCan('SAMPLE_ADMIN')
  const [jobId, setJobId] = useState<string | null>(null)
  const refresh = useCallback(() => void client.invalidateQueries(), [client])
  const sample = useSample(mayLoad)
  const job = useJob(jobId ?? sample.data?.job ?? null, refresh)
  const begin = () => load.mutate(undefined, { onSuccess: (started) => setJobId(started.id) })
  return (
    <div className="stack">
      {load.isError && <ProblemAlert error={load.error} onRetry={begin} />}
      {job.data && (jobId !== null || !hasEnded(job.data.state)) && <section className="card"><JobProgress job={job.data} /></section>}
      <div className="doors">
        <section className="door warm">
          <span className="icon" aria-hidden="true"><ExperimentOutlined /></span>
          <h2>{t('sample.title')}</h2>
          <p>{t('sample.text')}</p>
          <div className="row">
            <Button type="primary" onClick={begin} loading={load.isPending || job.data?.state === 'running'} disabled={!mayLoad}>{t('sample.action')}</Button>
          </div>
        </section>
        <section className="door">
          <span className="icon" aria-hidden="true"><ImportOutlined /></span>
          <h2>{t('file.title')}</h2>
          <p>{t('file.text')}</p>
          <div className="row"><LinkButton to={ROUTES.newImport}>{t('file.action')}</LinkButton></div>
        </section>
        <section className="door">
          <span className="icon" aria-hidden="true"><ApiOutlined /></span>
          <h2>{t('source.title')}</h2>
          <p>{t('source.text')}</p>
          <div className="row"><LinkButton to={ROUTES.keys}>{t('source.action')}</LinkButton></div>
        </section>
      </div>
    </div>
  )
}
