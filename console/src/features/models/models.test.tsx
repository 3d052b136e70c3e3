import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { renderPage, serveMock } from '@/testing/render'
import RulesPage from './baskets/rules-page'
import ChurnPage from './churn-page'
import ModelsPage from './models-page'
import ValuePage from './value-page'

const number = (element: HTMLElement) => Number(element.textContent?.replaceAll(/\D/g, ''))

describe('the screens of models', () => {
  let asked: string[] = []
  beforeEach(() => {
    asked = serveMock()
  })

  it('say what a model lacks instead of guessing', async () => {
    await renderPage('/understand/models', '/understand/models', ModelsPage)
    expect(await screen.findByText('Too few repeat purchases: 12 of 100')).toBeInTheDocument()
  })

  it('run a model as of the day that was chosen', async () => {
    await renderPage('/understand/models', '/understand/models?asOf=2026-09-01', ModelsPage)
    await userEvent.click((await screen.findAllByRole('button', { name: /^play-circle Run$/ }))[0]!)
    expect(asked).toContain('POST /api/v1/models/rfm/runs?asOf=2026-09-01')
  })

  it('show what a run changed, and ask before it is taken back', async () => {
    await renderPage('/understand/models', '/understand/models?model=rfm', ModelsPage)
    await userEvent.click((await screen.findAllByRole('button', { name: 'What changed' }))[0]!)
    expect(await screen.findByText('2 came, 0 went, 118 changed.')).toBeInTheDocument()
    await userEvent.click(screen.getAllByRole('button', { name: 'Take back' })[0]!)
    expect(await screen.findByText('Take this run back?')).toBeInTheDocument()
    expect(asked.filter((path) => path.includes('/undo'))).toHaveLength(0)
  })

  it('count every customer with a value in one of the bars, each opening its own', async () => {
    await renderPage('/understand/value', '/understand/value', ValuePage)
    const all = number(await screen.findByRole('link', { name: /Customers with a value/ }))
    await userEvent.click(screen.getAllByText('Table')[0]!)
    const links = within(await screen.findByRole('table', { name: 'Lifetime value' })).getAllByRole('link')
    expect(links.reduce((sum, link) => sum + Number(link.textContent?.replaceAll(',', '')), 0)).toBe(all)
    expect(links[0]).toHaveAttribute('href', expect.stringContaining('in=mock.score'))
  })

  it('list who is at risk and worth it, the most at stake first', async () => {
    await renderPage('/understand/churn', '/understand/churn', ChurnPage)
    const table = await screen.findByRole('table', { name: 'Act here first' })
    const stakes = within(table).getAllByRole('row').slice(1).map((row) => number(within(row).getAllByRole('cell').at(-1)!))
    expect(stakes.length).toBeGreaterThan(3)
    expect([...stakes].sort((a, b) => b - a)).toEqual(stakes)
  })

  it('open who has bought one thing and not yet the other, and show names as text', async () => {
    await renderPage('/understand/baskets', '/understand/baskets', RulesPage)
    const table = await screen.findByRole('table', { name: 'Rules' })
    expect(within(table).getByText('滤纸 <b>100</b>')).toBeInTheDocument()
    expect(within(table).getAllByRole('link')[0]).toHaveTextContent('37')
    expect(within(table).getByText('∞')).toBeInTheDocument()
  })

  it('say where to begin when there are no rules', async () => {
    await renderPage('/understand/baskets', '/understand/baskets?support=0.9', RulesPage)
    expect(await screen.findByText('Lower the support or the confidence.')).toBeInTheDocument()
  })

  it('speak Chinese throughout', async () => {
    await renderPage('/understand/churn', '/understand/churn', ChurnPage, 'zh')
    expect(await screen.findByText('风险从何而来')).toBeInTheDocument()
    expect(screen.queryByText(/Risk|Why/)).not.toBeInTheDocument()
  })
})
