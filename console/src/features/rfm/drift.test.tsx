import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { renderPage, serveMock } from '@/testing/render'
import RfmPage from './rfm-page'

const AT = '/understand/rfm'

describe('the drift of RFM', () => {
  let asked: string[] = []
  beforeEach(() => {
    asked = serveMock()
  })

  it('is asked for only when somebody wants to see it', async () => {
    await renderPage(AT, AT, RfmPage)
    const button = await screen.findByRole('button', { name: /Drift over a year/ })
    expect(asked.some((path) => path.includes('/rfm/drift'))).toBe(false)
    await userEvent.click(button)
    expect(await screen.findByText('Where the bounds stood')).toBeInTheDocument()
  })

  it('tells who moved by themselves from whom the bound moved, each opening its own', async () => {
    await renderPage(AT, `${AT}?drift=1`, RfmPage)
    const table = await screen.findByRole('table', { name: 'Moves by score' })
    const links = within(within(table).getAllByRole('row')[1]!).getAllByRole('link')
    expect(links.map((link) => link.getAttribute('href')?.match(/rfm\.moved%3Ar-([a-z-]+)/)?.[1])).toEqual(['up-itself', 'up-bound', 'same', 'down-itself', 'down-bound'])
  })

  it('opens the segments as of each month', async () => {
    await renderPage(AT, `${AT}?drift=1`, RfmPage)
    const table = await screen.findByRole('table', { name: 'Sizes of the segments' })
    const links = within(table).getAllByRole('link').map((link) => link.getAttribute('href') ?? '')
    expect(links.length).toBeGreaterThan(5)
    expect(new Set(links.map((link) => /asOf=([^&]+)/.exec(link)?.[1])).size).toBe(links.length)
  })

  it('speaks Chinese throughout', async () => {
    await renderPage(AT, `${AT}?drift=1`, RfmPage, 'zh')
    expect(await screen.findByText('是客户变了，还是分界线变了？')).toBeInTheDocument()
    expect(screen.queryByText(/bound|Drift/)).not.toBeInTheDocument()
  })
})
