import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { renderPage, serveMock } from '@/testing/render'
import CustomersPage from './list/customers-page'

const PATH = '/know/customers'

describe('the customer list', () => {
  it('asks for what the address says and shows it in words', async () => {
    const asked = serveMock()
    await renderPage(PATH, `${PATH}?in=rfm.cell:5-5&sort=-revenue`, CustomersPage)
    expect(await screen.findByText('Recency 5 × value 5')).toBeInTheDocument()
    expect(asked.some((each) => each.includes('in=rfm.cell%3A5-5') && each.includes('sort=-revenue') && each.includes('include=total'))).toBe(true)
  })

  it('takes a filter off and out of the address', async () => {
    serveMock()
    const { router } = await renderPage(PATH, `${PATH}?in=rfm.cell:5-5`, CustomersPage)
    await userEvent.click(await screen.findByRole('button', { name: /Remove the filter Recency 5/ }))
    expect(router.state.location.search).toBe('')
  })

  it('says what to do when nobody fits', async () => {
    serveMock()
    await renderPage(PATH, `${PATH}?q=nobody-has-this-name`, CustomersPage)
    expect(await screen.findByText('Nobody fits')).toBeInTheDocument()
  })

  it('shows a refusal with its trace and tries again on demand', async () => {
    let broken = true
    serveMock((path) => (broken && path.includes('/customers?') ? Response.json({ title: 'The store is being rebuilt', code: 'timelines.rebuilding', traceId: 'abc123' }, { status: 409 }) : undefined))
    await renderPage(PATH, PATH, CustomersPage)
    expect(await screen.findByRole('alert')).toHaveTextContent('The store is being rebuilt')
    expect(screen.getByRole('alert')).toHaveTextContent('abc123')
    broken = false
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findAllByRole('row')).not.toHaveLength(0)
  })
})
