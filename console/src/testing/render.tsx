import { QueryClient } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { Providers } from '@/app/providers'
import { i18n } from '@/lib/i18n'
import { SessionContext, type Language, type Session } from '@/lib/session'
import '../../mock/all.ts'
import { answer } from '../../mock/router.ts'

const SESSION: Session = {
  user: { id: 'u1', email: 'admin@millrace.local', name: 'Lin Mei', role: 'admin', language: null, theme: null },
  permissions: ['CUSTOMERS_READ', 'CUSTOMERS_WRITE', 'CUSTOMERS_REVEAL', 'CUSTOMERS_MERGE', 'MODELS_WRITE', 'INBOX_READ', 'IMPORTS_WRITE', 'SAMPLE_ADMIN', 'AUDIENCES_READ', 'AUDIENCES_WRITE', 'INSIGHTS_READ', 'DATA_EXPORT'],
  workspace: { name: 'Millbrook', zone: 'Asia/Shanghai', currency: 'CNY', language: 'en', phoneRegion: 'CN' },
  sample: true,
}

/** Answers fetch from the made-up brand of the mock, in this process; an override stands in for one path. */
export function serveMock(override?: (path: string) => Response | Promise<Response> | undefined): string[] {
  const asked: string[] = []
  globalThis.fetch = async (input, init) => {
    const path = String(input)
    asked.push(`${init?.method ?? 'GET'} ${path}`)
    const own = await override?.(path)
    if (own) return own
    const headers = Object.fromEntries(Object.entries((init?.headers ?? {}) as Record<string, string>).map(([name, value]) => [name.toLowerCase(), value]))
    const given = answer(init?.method ?? 'GET', path, headers, Buffer.from(typeof init?.body === 'string' ? init.body : ''))
    const status = given.status ?? 200
    return new Response(status === 204 ? null : (given.text ?? JSON.stringify(given.body ?? null)), { status, headers: { 'Content-Type': 'application/json', ...given.headers } })
  }
  return asked
}

/** Draws one page at an address, signed in. */
export async function renderPage(path: string, address: string, Page: React.ComponentType, language: Language = 'en') {
  await i18n.changeLanguage(language)
  const router = createMemoryRouter([{ path, Component: Page }, { path: '*', Component: () => null }], { initialEntries: [address] })
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const view = render(
    <Providers client={client}>
      <SessionContext value={SESSION}>
        <RouterProvider router={router} />
      </SessionContext>
    </Providers>,
  )
  return { ...view, router }
}
