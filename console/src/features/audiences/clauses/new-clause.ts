import type { Clause, GroupType, Json } from '../language/types'

/** What can be added, in the order and under the headings in which it is offered. */
export const OFFERS = {
  did: ['performed', 'notPerformed', 'facts', 'sequence'],
  is: ['attribute', 'attributeChanged', 'anniversary', 'tag', 'preference'],
  reach: ['identity', 'consent'],
  stands: ['stage', 'stageMoved', 'score', 'audience', 'bucket'],
  group: ['all', 'any', 'none'],
} as const

export type Offer = (typeof OFFERS)[keyof typeof OFFERS][number]

function facts(count: 'at-least' | 'exactly', number: number): Clause {
  return { type: 'facts', facts: { kinds: ['order.completed'] }, window: { type: 'last', length: { amount: 90, unit: 'day' } }, test: { type: 'compares', comparison: count, number } }
}

interface Starts {
  currency: string
  scheme: string
  model: string
}

function clause(offer: Exclude<Offer, GroupType>, { currency, scheme, model }: Starts): Clause {
  switch (offer) {
    case 'performed': return facts('at-least', 1)
    case 'notPerformed': return facts('exactly', 0)
    case 'facts': return { type: 'facts', facts: { kinds: ['order.completed'] }, measure: { type: 'sum', of: { type: 'amount', currency } }, window: { type: 'calendar', unit: 'year' }, test: { type: 'compares', comparison: 'more-than', number: 50_000 } }
    case 'sequence': return { type: 'sequence', steps: [{ kinds: ['order.completed'] }, { kinds: ['order.refunded'] }], within: { amount: 30, unit: 'day' } }
    case 'attribute': return { type: 'attribute', name: '', test: { type: 'equals', value: '' } }
    case 'attributeChanged': return { type: 'attributeChanged', name: '', window: { type: 'last', length: { amount: 30, unit: 'day' } } }
    case 'anniversary': return { type: 'anniversary', attribute: 'birthday', daysBefore: 3, daysAfter: 3 }
    case 'tag': return { type: 'tag', category: '' }
    case 'identity': return { type: 'identity', identity: 'email' }
    case 'consent': return { type: 'consent', purpose: 'marketing', channel: 'email' }
    case 'stage': return { type: 'stage', scheme, stages: [] }
    case 'stageMoved': return { type: 'stageMoved', scheme, window: { type: 'calendar', unit: 'month' } }
    case 'preference': return { type: 'preference', dimension: 'category', test: { type: 'equals', value: '' } }
    case 'score': return { type: 'score', model, figure: '', test: { type: 'equals', value: '' } }
    case 'audience': return { type: 'audience', audience: '' }
    case 'bucket': return { type: 'bucket', salt: 'control', below: 1000 }
  }
}

export function offered(offer: Offer, starts: Starts): Json {
  if (offer === 'all' || offer === 'any' || offer === 'none') return { type: offer, of: [] }
  return clause(offer, starts) as unknown as Json
}
