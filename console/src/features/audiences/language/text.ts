import type { Json } from './types'

export type Parsed = { json: Json } | { problem: 'notJson' | 'notExact'; detail: string }

const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g
const STRING = /"(?:[^"\\]|\\.)*"/g

const plain = (token: string) => token.replace(/^(-?\d+)\.(\d*?)0+$/, (_, whole: string, part: string) => (part ? `${whole}.${part}` : whole))

/** A number that JavaScript would hold as another one. */
function inexact(text: string): string | undefined {
  return text.replace(STRING, '""').match(NUMBER)?.find((token) => !/[eE]/.test(token) && String(Number(token)) !== plain(token) && Number(token) !== 0)
}

/** Reads JSON only if nothing of it is lost: a number with more digits than can be held is refused, not rounded. */
export function parseExactly(text: string): Parsed {
  try {
    const json = JSON.parse(text) as Json
    const lost = inexact(text)
    return lost === undefined ? { json } : { problem: 'notExact', detail: lost }
  } catch (error) {
    return { problem: 'notJson', detail: error instanceof Error ? error.message : '' }
  }
}
