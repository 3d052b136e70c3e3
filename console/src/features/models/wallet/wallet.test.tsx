import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { renderPage, serveMock } from '@/testing/render'
import WalletPage from './wallet-page'

const PATH = '/understand/wallet'

describe('the page of wallets', () => {
  beforeEach(() => {
    serveMock()
  })

  it('says by what each wallet is known and opens them', async () => {
    await renderPage(PATH, PATH, WalletPage)
    expect(await screen.findByRole('link', { name: /^Our rank among the brands they use: 40/ })).toBeInTheDocument()
    expect(screen.queryByRole('link', { name: /^An average that you entered/ })).not.toBeInTheDocument()
  })

  it('shows what is left to win in each audience, the most first', async () => {
    await renderPage(PATH, PATH, WalletPage)
    const rows = within(await screen.findByRole('table', { name: 'Head-room by audience' })).getAllByRole('row').slice(1)
    expect(rows.length).toBeGreaterThan(1)
    expect(within(rows[0]!).getAllByRole('link')[1]).toHaveAttribute('href', expect.stringContaining('in=audience'))
  })

  it('takes averages in whole money and sends minor units', async () => {
    const sent: string[] = []
    const fetched = globalThis.fetch
    globalThis.fetch = (input, init) => {
      if (init?.method === 'PUT' && typeof init.body === 'string') sent.push(init.body)
      return fetched(input, init)
    }
    await renderPage(PATH, PATH, WalletPage)
    fireEvent.click(await screen.findByText('Averages'))
    fireEvent.change(await screen.findByLabelText('Everybody'), { target: { value: '120.5' } })
    fireEvent.click(screen.getByText('Save'))
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent.map((each) => JSON.parse(each) as unknown)).toEqual([{ everybody: 12_050, byType: {} }])
  })

  it('speaks Chinese throughout', async () => {
    await renderPage(PATH, PATH, WalletPage, 'zh')
    expect(await screen.findByRole('heading', { name: '份额 × 价值' })).toBeInTheDocument()
  })
})
