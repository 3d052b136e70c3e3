import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { renderPage, serveMock } from '@/testing/render'
import userEvent from '@testing-library/user-event'
import BundlesPage from './bundles-page'
import NextPage from './next-page'
import RepurchasePage from './repurchase-page'
import RulesPage from './rules-page'
import SequencesPage from './sequences-page'
import TiersPage from './tiers-page'

const AT = '/understand/baskets'

describe('the room of baskets', () => {
  let asked: string[] = []
  beforeEach(() => {
    asked = serveMock()
  })

  it('asks for the rules by the measure of the column that was pressed', async () => {
    await renderPage(AT, `${AT}?over=customers`, RulesPage)
    await userEvent.click(await screen.findByRole('button', { name: /Conviction/ }))
    expect(await screen.findByRole('columnheader', { name: /Conviction/ })).toHaveAttribute('aria-sort', 'descending')
    expect(asked.some((path) => path.includes('over=customers') && path.includes('sort=conviction'))).toBe(true)
  })

  it('opens who is in between two products', async () => {
    await renderPage(AT, AT, SequencesPage)
    const table = await screen.findByRole('table', { name: 'Then within 60 days' })
    expect(within(table).getAllByRole('link')[0]).toHaveAttribute('href', expect.stringContaining('in=mock.score'))
    expect(within(table).getByText('滤纸 <b>100</b>')).toBeInTheDocument()
  })

  it('says how long a unit lasts where more units last longer', async () => {
    await renderPage(AT, AT, RepurchasePage)
    const table = await screen.findByRole('table', { name: 'Bought again and again' })
    expect(within(table).getByText('44 days per unit')).toBeInTheDocument()
    expect(within(table).getByText('44 days')).toBeInTheDocument()
    expect(screen.getByRole('table', { name: 'Rarely bought again' })).toBeInTheDocument()
  })

  it('opens who moved from one price tier to another', async () => {
    await renderPage(AT, AT, TiersPage)
    const table = await screen.findByRole('table', { name: /Green tea/ })
    expect(within(table).getAllByRole('link')).toHaveLength(12)
  })

  it('tells the price of a bundle beside the price of singles', async () => {
    await renderPage(AT, AT, BundlesPage)
    const table = await screen.findByRole('table', { name: 'Bundles' })
    expect(within(table).getByText(/456\.00/)).toBeInTheDocument()
    expect(within(table).getByText(/421\.00/)).toBeInTheDocument()
  })

  it('shows its offers beside popularity and chance', async () => {
    await renderPage(AT, AT, NextPage)
    const table = await screen.findByRole('table', { name: 'How good the offers are' })
    expect(within(table).getAllByRole('row')).toHaveLength(7)
    expect(within(table).getByText('By chance')).toBeInTheDocument()
    expect(screen.getByText('it before', { exact: false })).toBeInTheDocument()
  })

  it('sends what is never offered', async () => {
    const sent: unknown[] = []
    const fetched = globalThis.fetch
    globalThis.fetch = (input, init) => {
      if (init?.method === 'PUT' && typeof init.body === 'string') sent.push(JSON.parse(init.body))
      return fetched(input, init)
    }
    await renderPage(AT, AT, NextPage)
    await userEvent.click(await screen.findByRole('button', { name: 'Never offer' }))
    await userEvent.click(await screen.findByRole('combobox', { name: 'Categories' }))
    await userEvent.click(await screen.findByTitle('茶 Tea'))
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(sent).toEqual([{ products: [], categories: ['茶 Tea'] }]))
  })
})
