import type { Connect, Plugin } from 'vite'
import './all.ts'
import { answer } from './router.ts'

const serve: Connect.NextHandleFunction = (request, response, next) => {
  const url = request.url ?? '/'
  if (url.startsWith('/health/')) {
    response.end('{"status":"UP"}')
    return
  }
  if (!url.startsWith('/api/')) {
    next()
    return
  }
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    const given = answer(request.method ?? 'GET', url, request.headers as Record<string, string | undefined>, Buffer.concat(parts))
    response.statusCode = given.status ?? 200
    for (const [name, value] of Object.entries({ 'Content-Type': 'application/json', ...given.headers })) response.setHeader(name, value)
    response.end(given.text ?? (given.body === undefined ? '' : JSON.stringify(given.body)))
  })
}

/** Development only: answers the contract from a made-up brand, so that every screen can be seen without a server. */
export function mockApi(): Plugin {
  return {
    name: 'millrace-mock',
    configureServer: (server) => void server.middlewares.use(serve),
    configurePreviewServer: (server) => void server.middlewares.use(serve),
  }
}
