import { screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { renderPage, serveMock } from '@/testing/render'
import ResponsePage from './response-page'

const PATH = '/understand/baskets/prices'

describe('the page of prices and promotions', () => {
  beforeEach(() => {
    serveMock()
  })

  it('says of each category what it tells by itself, or what it lacks', async () => {
    await renderPage(PATH, PATH, ResponsePage)
    const table = await screen.findByRole('table', { name: 'Price elasticity by category' })
    expect(within(table).getByText('-2.2 (-2.6 to -1.8)')).toBeInTheDocument()
    expect(within(table).getByText('Prices changed together: not told from the season')).toBeInTheDocument()
    expect(within(table).getByText('<b>Ware</b>')).toBeInTheDocument()
    expect(within(table).getByText('Without a category')).toBeInTheDocument()
  })

  it('opens the customers of each class', async () => {
    await renderPage(PATH, PATH, ResponsePage)
    expect(await screen.findByRole('link', { name: /^Full price: 80/ })).toHaveAttribute('href', expect.stringContaining('in=mock.score'))
    expect(screen.getAllByRole('link', { name: /Deal seekers, spent/ })).toHaveLength(3)
  })

  it('tells an uplift in per cent', async () => {
    await renderPage(PATH, PATH, ResponsePage)
    const table = await screen.findByRole('table', { name: 'What promotions bring' })
    expect(within(table).getByText('+57%')).toBeInTheDocument()
    expect(within(table).getByText('210 (320 − 110)')).toBeInTheDocument()
  })

  it('speaks Chinese throughout', async () => {
    await renderPage(PATH, PATH, ResponsePage, 'zh')
    expect(await screen.findByRole('heading', { name: '各品类的价格弹性' })).toBeInTheDocument()
    expect(screen.getByRole('heading', { name: '促销带来什么' })).toBeInTheDocument()
  })
})
