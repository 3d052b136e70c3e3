import type { Preview } from '../types'
import type { Json, JsonObject } from './types'

export interface Step {
  count: number
  before: number
  /** The condition as far as this step. */
  so: Json
  /** What this step added. */
  clause: Json | undefined
  sentence: Preview['steps'][number]['sentence']
}

/** The steps of a preview with the condition that each of them stands for: the clauses up to the one it points at. */
export function growth(condition: Json, preview: Pick<Preview, 'steps' | 'total'>): Step[] {
  const group: (JsonObject & { of: Json[] }) | null = typeof condition === 'object' && condition !== null && !Array.isArray(condition) && Array.isArray(condition.of) ? { ...condition, of: condition.of } : null
  let before = group?.type === 'any' ? 0 : preview.total
  return preview.steps.map(({ pointer, count, sentence }) => {
    const at = /\/of\/(\d+)$/.exec(pointer)?.[1]
    const upTo = group && at !== undefined ? Number(at) : null
    const step = { count, before, sentence, so: group && upTo !== null ? { ...group, of: group.of.slice(0, upTo + 1) } : condition, clause: group && upTo !== null ? group.of[upTo] : condition }
    before = count
    return step
  })
}
