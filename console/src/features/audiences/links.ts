import { conditionLink } from '@/lib/condition-link'
import { ROUTES, customersLink } from '@/lib/routes'

export { conditionLink }

export const audienceLink = (id: string, search = '') => `${ROUTES.audiences}/${encodeURIComponent(id)}${search}`

export const membersLink = (id: string) => customersLink({ in: `audience:${id}` })

/** Who came or went in the last seven days, today included. */
export function movedLink(id: string, kind: 'audience.entered' | 'audience.left'): string | null {
  return conditionLink({
    type: 'facts', facts: { kinds: [kind], where: [{ property: { type: 'attribute', name: 'audience' }, test: { type: 'equals', value: id } }] },
    window: { type: 'calendar', unit: 'day', first: -6 }, test: { type: 'compares', comparison: 'at-least', number: 1 },
  })
}
