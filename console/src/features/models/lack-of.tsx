import { useModels } from './api'
import { LackText } from './model-card'

/** Why a model has no scores: what its last run lacked, or that it has not run. */
export function LackOf({ model, otherwise }: { model: string; otherwise: string }) {
  const models = useModels()
  const lack = models.data?.items.find((card) => card.model === model)?.latest?.lack
  return lack ? <LackText lack={lack} /> : otherwise
}
