import { useLabel } from '@/lib/i18n'
import { useModels } from './api'

/** What a reason is called, from the model's own words. */
export function useReason(): (reason: string | null) => string {
  const label = useLabel()
  const models = useModels()
  const words = models.data?.items.find((card) => card.model === 'churn')?.figures.find((figure) => figure.key === 'reason')?.values
  return (reason) => (reason === null ? '' : label(words?.find((word) => word.key === reason)?.label, reason))
}
