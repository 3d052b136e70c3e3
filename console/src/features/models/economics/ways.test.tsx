import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { renderPage, serveMock } from '@/testing/render'
import WaysPage from './ways-page'

const AT = '/understand/value/ways'

describe('the screen of the plain ways', () => {
  beforeEach(() => {
    serveMock()
  })

  it('holds each way against the model, and says what one of them lacks', async () => {
    await renderPage(AT, AT, WaysPage)
    const table = await screen.findByRole('table', { name: /Plain ways and the model, for 39 weeks/ })
    const [, historic, formula] = within(table).getAllByRole('row')
    expect(within(historic!).getByText('+¥12.00')).toBeInTheDocument()
    expect(within(historic!).getByRole('link')).toHaveAttribute('href', expect.stringContaining('in=economics%3Aall-year-0'))
    expect(within(formula!).getByText(/second year is over/)).toBeInTheDocument()
  })

  it('opens the customers of each cohort', async () => {
    await renderPage(AT, AT, WaysPage)
    await userEvent.click((await screen.findAllByText('Table'))[0]!)
    const table = await screen.findByRole('table', { name: 'What acquired customers have brought' })
    expect(within(table).getAllByRole('link')[0]).toHaveAttribute('href', expect.stringContaining('in=economics.acquired%3A2026-04'))
  })

  it('asks for discounted cohorts when told to', async () => {
    const asked = serveMock()
    await renderPage(AT, AT, WaysPage)
    await userEvent.click(await screen.findByRole('switch', { name: 'Discounted' }))
    expect(asked.some((path) => path.includes('discounted=true'))).toBe(true)
  })

  it('speaks Chinese throughout', async () => {
    await renderPage(AT, AT, WaysPage, 'zh')
    expect(await screen.findByText('新客户带来了多少')).toBeInTheDocument()
    expect(screen.queryByText(/Cohort|History|Plain/)).not.toBeInTheDocument()
  })
})
