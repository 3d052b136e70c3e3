import { ROUTES, customersLink } from '@/lib/routes'
import type { Json } from './language/types'

const MOST = 4096

export const audienceLink = (id: string, search = '') => `${ROUTES.audiences}/${encodeURIComponent(id)}${search}`

/** The list of exactly those who meet a condition; null if the condition is too long for an address. */
export function conditionLink(condition: Json, asOf?: string): string | null {
  const bytes = new TextEncoder().encode(JSON.stringify(condition))
  if (bytes.length > MOST) return null
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  return customersLink({ in: `condition:${text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`, asOf })
}

export const membersLink = (id: string) => customersLink({ in: `audience:${id}` })

/** Who came or went in the last seven days, today included. */
export function movedLink(id: string, kind: 'audience.entered' | 'audience.left'): string | null {
  return conditionLink({
    type: 'facts', facts: { kinds: [kind], where: [{ property: { type: 'attribute', name: 'audience' }, test: { type: 'equals', value: id } }] },
    window: { type: 'calendar', unit: 'day', first: -6 }, test: { type: 'compares', comparison: 'at-least', number: 1 },
  })
}
