import { parseSelection } from './selections'

export type ConditionPart = Record<string, unknown>

interface List {
  q?: string
  in?: string[]
  tag?: string
  asOf?: string
  kind?: string
}

function decoded(text: string): ConditionPart | null {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))
    return JSON.parse(new TextDecoder().decode(bytes)) as ConditionPart
  } catch {
    return null
  }
}

const inAudience = (audience: string): ConditionPart => ({ type: 'audience', audience })

function region(value: string): ConditionPart {
  const [into = '', out] = value.split('!')
  const parts = into.split('_').map(inAudience)
  return { type: 'all', of: out ? [...parts, { type: 'none', of: out.split('_').map(inAudience) }] : parts }
}

function partOf(selection: string): ConditionPart | null {
  const { name, value } = parseSelection(selection)
  if (name === 'condition') return decoded(value)
  if (name === 'audience') return inAudience(value)
  if (name === 'audience.region') return region(value)
  if (name === 'rfm.type') return { type: 'score', model: 'rfm', figure: 'type', test: { type: 'equals', value } }
  const [stage, scheme, more] = name.split('.')
  return stage === 'stage' && scheme && !more ? { type: 'stage', scheme, stages: [value] } : null
}

/** The condition that a list stands for, so that it can go on living; null if the list is only what it is now. */
export function conditionOfList({ q, in: selections = [], tag, asOf, kind }: List): ConditionPart | null {
  if (q || asOf || kind) return null
  const parts = selections.map(partOf)
  if (tag) {
    const at = tag.indexOf(':')
    parts.push({ type: 'tag', category: tag.slice(0, at), value: tag.slice(at + 1) })
  }
  if (parts.length === 0 || parts.includes(null)) return null
  return parts.length === 1 ? parts[0]! : { type: 'all', of: parts }
}
