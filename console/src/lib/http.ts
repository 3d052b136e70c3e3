import { Problem } from './problem'

export const BASE = '/api/v1'

export type Params = Record<string, string | number | boolean | null | undefined | readonly string[]>

type Listener = () => void
const signedOut = new Set<Listener>()

/** Called when the server no longer knows the session. */
export function onSignedOut(listener: Listener): () => void {
  signedOut.add(listener)
  return () => signedOut.delete(listener)
}

let language = 'en'
export function speak(tag: string): void {
  language = tag
}

export function query(params: Params = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) {
    if (value === undefined || value === null || value === '') continue
    if (Array.isArray(value)) value.forEach((each: string) => search.append(name, each))
    else search.set(name, String(value))
  }
  const text = search.toString()
  return text ? `?${text}` : ''
}

interface Options {
  params?: Params
  body?: unknown
  headers?: Record<string, string>
  signal?: AbortSignal
}

async function problemOf(response: Response): Promise<Problem> {
  const trace = response.headers.get('X-Trace-Id') ?? undefined
  const text = await response.text().catch(() => '')
  try {
    const body = JSON.parse(text) as object
    return new Problem(response.status, { traceId: trace, ...body })
  } catch {
    return new Problem(response.status, { title: response.statusText, traceId: trace })
  }
}

export async function send(method: string, path: string, options: Options = {}): Promise<Response> {
  const headers: Record<string, string> = {
    Accept: 'application/json, application/problem+json',
    'Accept-Language': language,
    ...options.headers,
  }
  if (method !== 'GET') headers['X-Millrace'] = 'console'
  let body: BodyInit | undefined
  if (options.body instanceof Blob || options.body instanceof FormData) body = options.body
  else if (options.body !== undefined) {
    headers['Content-Type'] = 'application/json'
    body = JSON.stringify(options.body)
  }
  let response: Response
  try {
    response = await fetch(`${BASE}${path}${query(options.params)}`, {
      method, headers, body, signal: options.signal, credentials: 'same-origin',
    })
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw Problem.outageOf(cause)
  }
  if (response.ok) return response
  const problem = await problemOf(response)
  if (problem.code === 'access.not-signed-in') signedOut.forEach((listener) => listener())
  throw problem
}

async function json<T>(method: string, path: string, options?: Options): Promise<T> {
  const response = await send(method, path, options)
  const text = await response.text()
  return (text ? JSON.parse(text) : undefined) as T
}

export const http = {
  get: <T>(path: string, params?: Params, signal?: AbortSignal) => json<T>('GET', path, { params, signal }),
  post: <T>(path: string, body?: unknown, headers?: Record<string, string>) => json<T>('POST', path, { body, headers }),
  put: <T>(path: string, body: unknown, headers?: Record<string, string>) => json<T>('PUT', path, { body, headers }),
  patch: <T>(path: string, body: unknown) => json<T>('PATCH', path, { body }),
  remove: <T>(path: string) => json<T>('DELETE', path),
}

/** Saves an answer as a file; the name is the server's unless it gives none. */
export async function download(path: string, fallbackName: string): Promise<void> {
  const response = await send('GET', path, { headers: { Accept: '*/*' } })
  const named = /filename="?([^";]+)"?/.exec(response.headers.get('Content-Disposition') ?? '')?.[1]
  const url = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = url
  link.download = named ?? fallbackName
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
