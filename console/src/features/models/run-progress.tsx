import { useJob } from '@/lib/jobs'
import { Card } from '@/ui/card'
import { JobProgress } from '@/ui/job-progress'

/** How far a run is, with a way to stop it. */
export function RunProgress({ job }: { job: string }) {
  const state = useJob(job)
  return state.data ? <Card><JobProgress job={state.data} compact /></Card> : null
}
