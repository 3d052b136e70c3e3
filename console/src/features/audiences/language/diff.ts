import type { Json, JsonObject } from './types'

const isObject = (json: Json | undefined): json is JsonObject => typeof json === 'object' && json !== null && !Array.isArray(json)

/** The one place at which a number or a text was typed, so that typing on becomes one step of undo; nothing if more changed than that. */
export function changeOf(before: Json, after: Json, at = ''): string | undefined {
  const entries = (json: Json): [string, Json][] => (Array.isArray(json) ? json.map((each, i) => [String(i), each]) : isObject(json) ? Object.entries(json) : [])
  if (typeof before === 'number' && typeof after === 'number') return at
  if (typeof before === 'string' && typeof after === 'string') return /\/(text|salt)$/.test(at) ? at : undefined
  const [old, now] = [entries(before), entries(after)]
  if (old.length !== now.length) return undefined
  const changed = now.filter(([name, value], i) => old[i]?.[0] !== name || JSON.stringify(old[i]?.[1]) !== JSON.stringify(value))
  const [only] = changed
  if (!only || changed.length > 1) return undefined
  const previous = old.find(([name]) => name === only[0])
  return previous && changeOf(previous[1], only[1], `${at}/${only[0]}`)
}
