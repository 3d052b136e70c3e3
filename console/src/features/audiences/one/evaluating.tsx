import { useJobs, hasEnded } from '@/lib/jobs'
import { JobProgress } from '@/ui/job-progress'
import type { AudienceDetail } from '../types'

const KIND = 'audience.evaluate'

/** How far the evaluation of everybody is. */
export function Evaluating({ audience }: { audience: AudienceDetail }) {
  const jobs = useJobs()
  const job = jobs.data?.items.find((one) => one.kind === KIND && one.title === audience.name && !hasEnded(one.state))
  return job ? <div role="status"><JobProgress job={job} compact /></div> : null
}
