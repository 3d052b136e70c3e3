/** An answer of the server that says no (RFC 9457), or the absence of an answer. */
export interface FieldProblem {
  pointer: string
  code: string
  message: string
}

interface ProblemBody {
  title?: string
  detail?: string
  code?: string
  traceId?: string
  errors?: FieldProblem[]
}

export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly traceId: string
  readonly errors: FieldProblem[]

  constructor(status: number, body: ProblemBody) {
    super(body.title ?? '')
    this.name = 'Problem'
    this.status = status
    this.code = body.code ?? 'unknown'
    this.detail = body.detail ?? ''
    this.traceId = body.traceId ?? ''
    this.errors = body.errors ?? []
  }

  /** The server did not answer, or something before it answered in its place. */
  get outage(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504
  }

  static outageOf(cause: unknown): Problem {
    const detail = cause instanceof Error ? cause.message : ''
    return new Problem(0, { code: 'console.unreachable', detail, traceId: crypto.randomUUID?.().slice(0, 13) ?? '' })
  }
}

export function isProblem(error: unknown): error is Problem {
  return error instanceof Problem
}
