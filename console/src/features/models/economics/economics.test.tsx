import { fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { renderPage, serveMock } from '@/testing/render'
import LoyaltyPage from './loyalty-page'

const AT = '/understand/value/loyalty'
const number = (element: HTMLElement) => Number(element.textContent?.replaceAll(/\D/g, ''))

describe('the screen of loyalty', () => {
  beforeEach(() => {
    serveMock()
  })

  it('opens who stayed and who left, who are all who had bought', async () => {
    await renderPage(AT, AT, LoyaltyPage)
    await screen.findByText('Who stays for the next year')
    await userEvent.click(screen.getAllByText('Table')[1]!)
    const row = within(await screen.findByRole('table', { name: 'Who stays for the next year' })).getAllByRole('row')[1]!
    const [had, stayed, left] = within(row).getAllByRole('link')
    expect(number(stayed!) + number(left!)).toBe(number(had!))
    expect(stayed).toHaveAttribute('href', expect.stringContaining('in=economics%3Akept-year-1'))
    expect(left).toHaveAttribute('href', expect.stringContaining('in=economics%3Aleft-year-1'))
  })

  it('names what is not counted, and what would supply it', async () => {
    await renderPage(AT, AT, LoyaltyPage)
    expect(await screen.findByText(/needs what a new customer costs/)).toBeInTheDocument()
    expect(screen.getByText(/needs who brought whom/)).toBeInTheDocument()
    await userEvent.click(screen.getAllByText('Table')[0]!)
    expect(screen.queryByRole('columnheader', { name: 'Customers they bring' })).not.toBeInTheDocument()
  })

  it('shows for a point more of retention what the server counted', async () => {
    await renderPage(AT, AT, LoyaltyPage)
    const slider = await screen.findByRole('slider', { name: 'If more stayed' })
    const before = screen.getByText('Worth of a customer').nextElementSibling!.textContent
    fireEvent.keyDown(slider, { keyCode: 39, which: 39 })
    expect(screen.getByText('Retention +2 points')).toBeInTheDocument()
    expect(screen.getByText('Worth of a customer').nextElementSibling!.textContent).not.toBe(before)
  })

  it('takes costs in whole money, and sends them in minor units', async () => {
    const asked = serveMock()
    await renderPage(AT, AT, LoyaltyPage)
    await userEvent.click(await screen.findByRole('button', { name: 'Rates and costs' }))
    fireEvent.change(await screen.findByLabelText('Cost of one new customer'), { target: { value: '25.5' } })
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Saved')).toBeInTheDocument()
    expect(asked).toContain('PUT /api/v1/models/economics/settings')
  })

  it('speaks Chinese throughout', async () => {
    await renderPage(AT, AT, LoyaltyPage, 'zh')
    expect(await screen.findByText('谁留到了下一年')).toBeInTheDocument()
    expect(screen.queryByText(/Retention|Margin|Loyalty/)).not.toBeInTheDocument()
  })
})
