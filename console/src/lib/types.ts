/** Minor units and an ISO 4217 code, as the server sends them. */
export interface Money {
  amount: number
  currency: string
}

export interface Page<T> {
  items: T[]
  next: string | null
  total?: number
}

/** An identity as this reader may see it. */
export interface MaskedIdentity {
  type: string
  masked: string
}

/** A text in both languages of the product. */
export interface Label {
  en: string
  zh: string
}

export type JobState = 'queued' | 'running' | 'paused' | 'done' | 'failed' | 'cancelled'

export interface Job {
  id: string
  kind: string
  title: string
  state: JobState
  done: number
  total: number | null
  counts: Record<string, number>
  errorFile: string | null
  problem: { title?: string; detail?: string; code?: string } | string | null
  createdAt: string
  startedAt: string | null
  finishedAt: string | null
}
