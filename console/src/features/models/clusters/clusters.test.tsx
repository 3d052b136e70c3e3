import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { renderPage, serveMock } from '@/testing/render'
import ClustersPage from './clusters-page'

const AT = '/understand/clusters'
const number = (element: HTMLElement) => Number(element.textContent?.replaceAll(/\D/g, ''))

describe('the screen of clusters', () => {
  let asked: string[] = []
  beforeEach(() => {
    asked = serveMock()
  })

  it('puts every customer into one cluster, each opening its own', async () => {
    await renderPage(AT, AT, ClustersPage)
    const all = number(await screen.findByRole('link', { name: /Customers$/ }))
    const links = screen.getAllByRole('link', { name: /^Cluster \d/ })
    expect(links.map((link) => link.getAttribute('href'))).toEqual([expect.stringContaining('in=mock.cluster'), expect.stringContaining('in=mock.cluster')])
    expect(links.reduce((sum, link) => sum + number(link), 0)).toBe(all)
  })

  it('draws the shape of each cluster, opening its customers', async () => {
    await renderPage(AT, AT, ClustersPage)
    const shapes = await screen.findAllByRole('link', { name: /^The shape of Cluster/ })
    expect(shapes).toHaveLength(2)
    expect(shapes[0]).toHaveAttribute('href', expect.stringContaining('in=mock.cluster'))
  })

  it('shows every number that was tried, and which was chosen', async () => {
    await renderPage(AT, AT, ClustersPage)
    await screen.findByText('How many clusters')
    await userEvent.click(screen.getAllByText('Table')[1]!)
    const rows = within(await screen.findByRole('table', { name: 'How many clusters' })).getAllByRole('row')
    expect(rows).toHaveLength(10)
    expect(rows[1]).toHaveTextContent('2 · chosen')
  })

  it('keeps the other settings when features are chosen, and runs again', async () => {
    await renderPage(AT, AT, ClustersPage)
    await screen.findByText('How many clusters')
    await userEvent.click(screen.getByRole('button', { name: /Features and number/ }))
    await userEvent.click(await screen.findByRole('checkbox', { name: 'share of money returned' }))
    await userEvent.click(screen.getByRole('button', { name: 'Save and run' }))
    await screen.findByText('How many clusters')
    expect(asked).toContain('PUT /api/v1/models/settings')
    expect(asked).toContain('POST /api/v1/models/clusters/runs')
  })

  it('speaks Chinese throughout', async () => {
    await renderPage(AT, AT, ClustersPage, 'zh')
    expect(await screen.findByText('分几类')).toBeInTheDocument()
    expect(screen.queryByText(/Cluster|Silhouette/)).not.toBeInTheDocument()
  })
})
