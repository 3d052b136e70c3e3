import { Button, Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { hasEnded, useJobControl } from '@/lib/jobs'
import type { Job } from '@/lib/types'
import { ProblemAlert } from './problem-alert'

function pace(job: Job): { rate: number; left: number | null } {
  const start = job.startedAt ? new Date(job.startedAt).getTime() : null
  const seconds = start ? (Date.now() - start) / 1000 : 0
  const rate = seconds > 1 ? job.done / seconds : 0
  return { rate, left: rate > 0 && job.total ? Math.max(0, (job.total - job.done) / rate) : null }
}

interface Props {
  job: Job
  controls?: boolean
  compact?: boolean
}

export function JobProgress({ job, controls = true, compact }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const control = useJobControl()
  const percent = job.total ? Math.min(100, Math.floor((job.done / job.total) * 100)) : job.state === 'done' ? 100 : 0
  const { rate, left } = pace(job)
  const running = job.state === 'running'
  const act = (verb: 'pause' | 'resume' | 'cancel') => control.mutate({ id: job.id, verb })
  return (
    <div className="stack tight">
      <div className="row spread">
        <span className={compact ? 'small strong' : 'strong'}>{job.title || t(`job.kind.${job.kind.replaceAll('.', '-')}`, { defaultValue: job.kind })}</span>
        <span className={`badge ${job.state === 'done' ? 'good' : job.state === 'failed' ? 'bad' : job.state === 'paused' ? 'warn' : 'brand'}`}>
          {t(`job.state.${job.state}`)}
        </span>
      </div>
      <Progress
        percent={percent} size={compact ? 'small' : 'medium'} aria-label={job.title || t('job.progress')}
        status={job.state === 'failed' ? 'exception' : running ? 'active' : job.state === 'done' ? 'success' : 'normal'}
      />
      {!compact && (
        <p className="muted small num">
          {job.total ? t('job.of', { done: format.number(job.done), total: format.number(job.total) }) : format.number(job.done)}
          {running && rate > 0 && ` · ${t('job.rate', { rate: format.number(rate) })}`}
          {running && left !== null && left > 1 && ` · ${t('job.left', { seconds: format.number(Math.ceil(left)) })}`}
        </p>
      )}
      {job.problem && <ProblemText problem={job.problem} />}
      {control.isError && <ProblemAlert error={control.error} />}
      {controls && !hasEnded(job.state) && (
        <div className="row tight">
          {job.state === 'paused'
            ? <Button size="small" onClick={() => act('resume')}>{t('job.resume')}</Button>
            : <Button size="small" onClick={() => act('pause')}>{t('job.pause')}</Button>}
          <Button size="small" danger onClick={() => act('cancel')}>{t('job.cancel')}</Button>
        </div>
      )}
    </div>
  )
}

function ProblemText({ problem }: { problem: NonNullable<Job['problem']> }) {
  const text = typeof problem === 'string' ? problem : [problem.title, problem.detail].filter(Boolean).join(': ')
  return <p className="bad small">{text}</p>
}
