import { useTranslation } from 'react-i18next'
import { useJobs } from '@/lib/jobs'
import { JobProgress } from '@/ui/job-progress'
import { Load, Skeleton } from '@/ui/load'
import { When } from '@/ui/when'

const SHOWN = 8

/** What has run lately, and why something failed. */
export function RecentJobs() {
  const { t } = useTranslation('settings')
  const jobs = useJobs()
  return (
    <Load query={jobs} skeleton={<Skeleton lines={4} />}>
      {({ items }) => (items.length === 0
        ? <p className="muted in-flush">{t('jobs.none')}</p>
        : (
          <ul className="stack in-flush">
            {items.slice(0, SHOWN).map((job) => (
              <li key={job.id}>
                <JobProgress job={job} compact />
                <p className="muted small"><When at={job.startedAt ?? job.createdAt} as="dateTime" /></p>
              </li>
            ))}
          </ul>
        ))}
    </Load>
  )
}
