import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { renderPage, serveMock } from '@/testing/render'
import SatisfactionPage from './satisfaction-page'

const PATH = '/understand/satisfaction'

describe('the page of satisfaction', () => {
  let asked: string[] = []
  beforeEach(() => {
    asked = serveMock()
  })

  it('says what is missing and guesses nothing', async () => {
    await renderPage(PATH, PATH, SatisfactionPage)
    expect(await screen.findByText(/satisfaction \(1–5\), yearly spending on all brands\. Nothing is guessed/)).toBeInTheDocument()
  })

  it('lists the widest gap first and opens who expected more', async () => {
    await renderPage(PATH, PATH, SatisfactionPage)
    const rows = within(await screen.findByRole('table', { name: 'Hoped for and got' })).getAllByRole('row')
    expect(within(rows[1]!).getByText('<b>Price</b>')).toBeInTheDocument()
    expect(within(rows[1]!).getByRole('link')).toHaveAttribute('href', expect.stringContaining('in=satisfaction'))
  })

  it('shows whom no brand satisfies', async () => {
    await renderPage(PATH, PATH, SatisfactionPage)
    const table = await screen.findByRole('table', { name: 'Which brand would they choose' })
    expect(within(within(table).getAllByRole('row').at(-1)!).getByText(/^40(\.0)?%$/)).toBeInTheDocument()
  })

  it('lets the operator say what a question tells', async () => {
    await renderPage(PATH, `${PATH}?questions=edit`, SatisfactionPage)
    expect(await screen.findByText('Study: How good is <i>delivery</i>?')).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(asked.filter((each) => each.startsWith('PUT'))).toEqual(['PUT /api/v1/models/satisfaction/meanings'])
  })

  it('speaks Chinese throughout', async () => {
    await renderPage(PATH, PATH, SatisfactionPage, 'zh')
    expect(await screen.findByText('投诉与挽回')).toBeInTheDocument()
    expect(screen.queryByText(/Promoters|Importance/)).not.toBeInTheDocument()
  })
})
