import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { renderPage, serveMock } from '@/testing/render'
import RfmPage from './rfm-page'

const PATH = '/understand/rfm'

describe('the RFM screen', () => {
  beforeEach(() => void serveMock())

  it('has cells that add up to the scored customers', async () => {
    await renderPage(PATH, PATH, RfmPage)
    const grid = await screen.findByRole('table', { name: /Customers by recency/ })
    const numbers = within(grid).getAllByRole('link').map((link) => Number(link.querySelector('b')?.textContent?.replaceAll(',', '')))
    const scored = Number((screen.getByRole('link', { name: /customers with a score/ }).textContent ?? '').replaceAll(',', ''))
    expect(numbers).toHaveLength(25)
    expect(numbers.reduce((a, b) => a + b, 0)).toBe(scored)
  })

  it('opens exactly the customers of a cell, as of the very instant of the figures', async () => {
    await renderPage(PATH, `${PATH}?asOf=2026-09-01`, RfmPage)
    const cell = await screen.findByRole('link', { name: /recency 5, frequency and money 5/ })
    expect(cell).toHaveAttribute('href', '/know/customers?in=rfm.cell%3A5-5&asOf=2026-08-31T16%3A00%3A00.000Z')
  })

  it('moves between cells with the arrows', async () => {
    await renderPage(PATH, PATH, RfmPage)
    const cell = await screen.findByRole('link', { name: /recency 5, frequency and money 1/ })
    cell.focus()
    await userEvent.keyboard('{ArrowRight}{ArrowDown}')
    expect(document.activeElement).toHaveAttribute('data-cell', '4-2')
  })

  it('speaks Chinese throughout', async () => {
    await renderPage(PATH, PATH, RfmPage, 'zh')
    expect(await screen.findByText('最近购买 × 频次与金额')).toBeInTheDocument()
    expect(screen.queryByText(/Recency|Frequency/)).not.toBeInTheDocument()
  })
})
