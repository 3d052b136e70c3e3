import type { MaskedIdentity } from './types'

const RANK = ['phone', 'email', 'external', 'external_id', 'userId']
const rank = (type: string) => (RANK.indexOf(type) + 1 || RANK.length + 1)

/** The identity that a person would recognise first. */
export function foremost(identities: MaskedIdentity[]): MaskedIdentity | undefined {
  return [...identities].sort((a, b) => rank(a.type) - rank(b.type))[0]
}
