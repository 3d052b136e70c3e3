import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { renderPage, serveMock } from '@/testing/render'
import InfluencePage from './influence-page'
import { radial } from './radial'

describe('the page of influence', () => {
  let asked: string[] = []
  beforeEach(() => {
    asked = serveMock()
  })

  it('opens the customers of each step and says how many of the invited are none', async () => {
    await renderPage('/understand/influence', '/understand/influence', InfluencePage)
    expect(await screen.findByText('70 of those invited are not customers yet', { exact: false })).toBeInTheDocument()
    expect(screen.getByRole('link', { name: /^Invited: 90/ })).toHaveAttribute('href', expect.stringContaining('in=influence%3Ainvited'))
  })

  it('gives the reason of each candidate and shows names as text', async () => {
    await renderPage('/understand/influence', '/understand/influence', InfluencePage)
    const table = await screen.findByRole('table', { name: 'Candidates' })
    expect(within(table).getByText('invited 80, 50 is wide')).toBeInTheDocument()
    expect(within(table).getByText('67% of 12 invited ordered')).toBeInTheDocument()
    expect(within(table).getByText('<b>Kate</b>')).toBeInTheDocument()
  })

  it('changes the rule', async () => {
    await renderPage('/understand/influence', '/understand/influence', InfluencePage)
    fireEvent.click(await screen.findByText('Change the rule'))
    expect(await screen.findByDisplayValue('Product Shared = 5')).toBeInTheDocument()
    fireEvent.click(screen.getByText('Save'))
    await waitFor(() => expect(asked.filter((each) => each.startsWith('PUT'))).toHaveLength(1))
    expect(asked.filter((each) => each.startsWith('PUT'))).toEqual(['PUT /api/v1/models/influence/settings'])
  })

  it('places every branch in its own sector', () => {
    const leaf = (parent: number) => ({ parent, ordered: true, under: 0, open: '' })
    const dots = radial([leaf(-1), leaf(-1), leaf(0)], 100)
    expect(dots[2]?.fromX).toBe(dots[0]?.x)
    expect(Math.hypot((dots[0]?.x ?? 0) - 50, (dots[0]?.y ?? 0) - 50)).toBeCloseTo(22)
    expect(Math.hypot((dots[2]?.x ?? 0) - 50, (dots[2]?.y ?? 0) - 50)).toBeCloseTo(44)
  })

  it('speaks Chinese throughout', async () => {
    await renderPage('/understand/influence', '/understand/influence', InfluencePage, 'zh')
    expect(await screen.findByText('从触达到成交')).toBeInTheDocument()
    expect(screen.queryByText(/Invited|Candidates/)).not.toBeInTheDocument()
  })
})
