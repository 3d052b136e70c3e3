import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { hasEnded, useJob } from '@/lib/jobs'
import { JobProgress } from '@/ui/job-progress'
import { useExamples, useFill, useRefreshList, type Fill, type Report, type Verb } from './api'

/** How far a reading is, and what it came to. */
export function FillState({ fill }: { fill: Fill }) {
  const { t } = useTranslation('lists')
  const refresh = useRefreshList()
  const job = useJob(fill.job, () => void refresh())
  const latest = useFill(fill.id)
  const ended = job.data !== undefined && hasEnded(job.data.state)
  const counts = job.data?.counts
  const report = ended ? latest.data?.report : ((counts?.lines === undefined ? undefined : counts) as unknown as Report | undefined)
  return (
    <div className="stack tight" role="status">
      {job.data && job.data.state !== 'done' && <JobProgress job={job.data} compact />}
      {report && <Figures report={report} verb={fill.verb} dryRun={fill.dryRun} />}
      {ended && fill.dryRun && report && report.unknown > 0 && <Examples fill={fill.id} of={report.unknown} />}
      {job.data?.state === 'cancelled' && <p className="muted small">{t('cancelled')}</p>}
    </div>
  )
}

function Figures({ report, verb, dryRun }: { report: Report; verb: Verb; dryRun: boolean }) {
  const { t } = useTranslation('lists')
  const format = useFormat()
  const mode = dryRun ? 'would' : 'did'
  const figures: [string, number][] = [
    [t('figure.lines'), report.lines], [t('figure.customers'), report.customers], [t(`figure.${mode}.${verb}`), report.changed],
    [t(`figure.already.${verb}`), report.already], [t('figure.repeated'), report.repeated], [t('figure.unknown'), report.unknown],
  ]
  return <dl className="fill-figures">{figures.map(([name, value]) => <div key={name}><dt className="muted small">{name}</dt><dd className="num strong">{format.number(value)}</dd></div>)}</dl>
}

function Examples({ fill, of }: { fill: string; of: number }) {
  const { t } = useTranslation('lists')
  const format = useFormat()
  const examples = useExamples(fill)
  if (!examples.data || examples.data.length === 0) return null
  return (
    <div className="stack tight">
      <p className="muted small">{t('examples', { shown: format.number(examples.data.length), of: format.number(of) })}</p>
      <ul className="unknown-list">{examples.data.map((line) => <li key={line.line}><span className="muted num">{format.number(line.line)}</span> {line.text || '—'} <span className="muted small">{t(`reason.${line.reason}`)}</span></li>)}</ul>
    </div>
  )
}
