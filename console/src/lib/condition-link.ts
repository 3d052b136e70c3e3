import { customersLink } from './routes'

const MOST = 4096

/** The list of exactly those who meet a condition; null if the condition is too long for an address. */
export function conditionLink(condition: unknown, asOf?: string): string | null {
  const bytes = new TextEncoder().encode(JSON.stringify(condition))
  if (bytes.length > MOST) return null
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  return customersLink({ in: `condition:${text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`, asOf })
}
