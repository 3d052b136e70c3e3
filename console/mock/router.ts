export interface Call { params: string[]; search: URLSearchParams; body: Record<string, unknown>; raw: Buffer; headers: Record<string, string | undefined>; zh: boolean }
export interface Answer { status?: number; body?: unknown; headers?: Record<string, string>; text?: string }
type Handler = (call: Call) => Answer | unknown

const routes: { method: string; pattern: RegExp; handler: Handler }[] = []

export function on(method: string, path: string, handler: Handler): void {
  routes.push({ method, pattern: new RegExp(`^/api/v1${path.replace(/:\w+/g, '([^/]+)')}$`), handler })
}

export class Refused extends Error {
  readonly status: number
  readonly code: string
  readonly errors: { pointer: string; code: string; message: string }[]
  constructor(status: number, code: string, title: string, errors: { pointer: string; code: string; message: string }[] = []) {
    super(title)
    this.status = status
    this.code = code
    this.errors = errors
  }
}

function problem(error: unknown): Answer {
  const refused = error instanceof Refused ? error : new Refused(500, 'shared.unexpected', String(error))
  return {
    status: refused.status, headers: { 'Content-Type': 'application/problem+json' },
    body: { type: `/problems/${refused.code}`, title: refused.message, status: refused.status, detail: '', code: refused.code, errors: refused.errors, traceId: 'c0ffee5eed' },
  }
}

export function answer(method: string, target: string, headers: Record<string, string | undefined>, raw: Buffer): Answer {
  const url = new URL(target, 'http://mock')
  const json = /json/.test(headers['content-type'] ?? '')
  try {
    for (const route of routes) {
      const match = route.method === method ? route.pattern.exec(url.pathname) : null
      if (!match) continue
      const body = json && raw.length ? (JSON.parse(raw.toString()) as Record<string, unknown>) : {}
      const result = route.handler({ params: match.slice(1).map(decodeURIComponent), search: url.searchParams, body, raw, headers, zh: (headers['accept-language'] ?? '').startsWith('zh') })
      return result !== null && typeof result === 'object' && ('status' in result && typeof result.status === 'number' || 'text' in result && 'headers' in result) ? (result as Answer) : { body: result }
    }
    throw new Refused(404, 'shared.not-found', `No mock for ${method} ${url.pathname}`)
  } catch (error) {
    return problem(error)
  }
}

/** Cuts a list the way the server does: an opaque cursor, a limit, a total on demand. */
export function page<T>(items: T[], search: URLSearchParams) {
  const limit = Math.min(200, Number(search.get('limit') ?? 50))
  const start = Number(search.get('cursor') ?? 0)
  const end = start + limit
  return { items: items.slice(start, end), next: end < items.length ? String(end) : null, ...(search.get('include') === 'total' ? { total: items.length } : {}) }
}
