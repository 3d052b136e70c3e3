/** The closed tree of conditions that the server reads (a rule of a stage). */
export const COMPARISONS = ['at-least', 'at-most', 'more-than', 'less-than', 'exactly'] as const
export type Comparison = (typeof COMPARISONS)[number]

export type Leaf =
  | { type: 'count'; kind: string; comparison: Comparison; number: number; lastDays?: number | null }
  | { type: 'amount'; kind: string; currency: string; comparison: Comparison; minorUnits: number; lastDays?: number | null }
  | { type: 'daysSinceFirst' | 'daysSinceLast'; kind: string; comparison: Comparison; days: number }
  | { type: 'customerAge'; comparison: Comparison; days: number }

export type Condition = Leaf | { type: 'all' | 'any' | 'none'; of: Condition[] }

export const LEAVES = ['count', 'amount', 'daysSinceFirst', 'daysSinceLast', 'customerAge'] as const
export const FACT_KINDS = ['order.completed', 'order.refunded', 'page.viewed', 'service.contact', 'campaign.responded', 'survey.answered', 'referral.made'] as const

export const isLeaf = (condition: Condition): condition is Leaf => !('of' in condition)

/** A rule that the plain editor can show: one joint and leaves under it. Others are edited as text. */
export interface Flat {
  join: 'all' | 'any' | 'none'
  leaves: Leaf[]
}

export function flatten(condition: Condition): Flat | null {
  if (isLeaf(condition)) return { join: 'all', leaves: [condition] }
  return condition.of.every(isLeaf) ? { join: condition.type, leaves: condition.of.filter(isLeaf) } : null
}

/** The reverse; a single leaf needs no joint. */
export function unflatten({ join, leaves }: Flat): Condition {
  const [only] = leaves
  return join === 'all' && leaves.length === 1 && only ? only : { type: join, of: leaves }
}

export function newLeaf(type: Leaf['type'], currency: string): Leaf {
  switch (type) {
    case 'count': return { type, kind: 'order.completed', comparison: 'at-least', number: 1 }
    case 'amount': return { type, kind: 'order.completed', currency, comparison: 'at-least', minorUnits: 0 }
    case 'customerAge': return { type, comparison: 'at-most', days: 30 }
    default: return { type, kind: 'order.completed', comparison: 'at-most', days: 90 }
  }
}
