import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { renderPage, serveMock } from '@/testing/render'
import GrowthPage from './growth-page'

const AT = '/understand/growth'
const number = (element: HTMLElement) => Number(element.textContent?.replaceAll(/\D/g, ''))

describe('the screen of growth', () => {
  beforeEach(() => {
    serveMock()
  })

  it('counts every customer as new in one period, each opening its own', async () => {
    await renderPage(AT, AT, GrowthPage)
    const all = number(await screen.findByRole('link', { name: /Customers$/ }))
    await userEvent.click(screen.getAllByText('Table')[1]!)
    const links = within(await screen.findByRole('table', { name: 'New customers' })).getAllByRole('link')
    expect(links.reduce((sum, link) => sum + Number(link.textContent), 0)).toBe(all)
    expect(links[0]).toHaveAttribute('href', expect.stringContaining('in=growth.new'))
  })

  it('says that the ceiling is open before the turning point, and shows no number for it', async () => {
    await renderPage(AT, AT, GrowthPage)
    expect(await screen.findByText(/No turning point yet: the ceiling lies anywhere between 430 and 2,100/)).toBeInTheDocument()
    expect(screen.getByText('Open')).toBeInTheDocument()
  })

  it('says what a curve lacks instead of guessing', async () => {
    await renderPage(AT, `${AT}?every=month`, GrowthPage)
    expect(await screen.findByText(/6 full periods; a curve needs 8/)).toBeInTheDocument()
    expect(screen.queryByText('Forms tried')).not.toBeInTheDocument()
  })

  it('opens the customers of each cell of the cohorts', async () => {
    await renderPage(AT, AT, GrowthPage)
    const table = await screen.findByRole('table', { name: 'Cohorts by month of the first purchase' })
    const cell = within(table).getAllByRole('link', { name: /month 1:/ })[0]!
    expect(cell).toHaveAttribute('href', expect.stringMatching(/in=growth\.cohort%3A\d{4}-\d\d%2B1/))
  })

  it('speaks Chinese throughout', async () => {
    await renderPage(AT, AT, GrowthPage, 'zh')
    expect(await screen.findAllByText('按首购月份的同期群')).not.toHaveLength(0)
    expect(screen.queryByText(/Cohort|Ceiling|Stage/)).not.toBeInTheDocument()
  })
})
