import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { renderPage, serveMock } from '@/testing/render'
import NewAudiencePage from './new-audience-page'

const PATH = '/choose/audiences/new'
/* By label and not by role: working out the roles and names of a whole page of fields takes the test environment seconds. */
const labelled = (start: string) => document.querySelector<HTMLElement>(`[aria-label^="${start}"]`)
const tools = () => [...document.querySelectorAll('[role=toolbar]')].map((bar) => bar.getAttribute('aria-label'))
const text = () => document.querySelector<HTMLTextAreaElement>('textarea[aria-label=JSON]')

/** Opens the menu that adds to the whole condition and picks from it, by keyboard alone. */
async function add(name: string) {
  const user = userEvent.setup()
  const before = tools().length
  labelled('Add to: the condition')?.focus()
  await user.keyboard('{Enter}')
  await user.click(await screen.findByText(name, { selector: '.ant-dropdown:not(.ant-dropdown-hidden) *' }, { timeout: 5000 }))
  await waitFor(() => expect(tools()).toHaveLength(before + 1))
  // The keyboard goes into the new clause; only then is the next key pressed.
  await waitFor(() => expect(document.activeElement?.closest('.clause')).not.toBeNull(), { timeout: 5000 })
}

describe('the builder', () => {
  it('adds a clause, puts the keyboard into it, says it in words and counts it', async () => {
    const asked = serveMock()
    await renderPage(PATH, PATH, NewAudiencePage)
    await screen.findByText('No conditions yet: everybody belongs to it.')
    await add('Did something')
    expect(labelled('has at least one order in the last 90 days')).toHaveAttribute('role', 'group')
    await waitFor(() => expect(labelled('has at least one order')).toContainElement(document.activeElement as HTMLElement))
    expect(screen.getByText(/of 900 customers/)).toBeInTheDocument()
    expect(asked.filter((each) => each.includes('/audiences/preview')).length).toBeGreaterThan(0)
  })

  it('takes back and does again, and shows the same tree as text', async () => {
    serveMock()
    const user = userEvent.setup()
    await renderPage(PATH, PATH, NewAudiencePage)
    await add('Known identity')
    await user.click(screen.getByText('Undo'))
    expect(tools()).toEqual([])
    await user.click(screen.getByText('Redo'))
    await user.click(screen.getByText('JSON'))
    expect(JSON.parse(text()?.value ?? '')).toEqual({ type: 'all', of: [{ type: 'identity', identity: 'email' }] })
  })

  it('moves, nests and removes by keys alone', async () => {
    serveMock()
    const user = userEvent.setup()
    await renderPage(PATH, PATH, NewAudiencePage)
    await add('Known identity')
    await add('Consent')
    expect(tools()).toEqual(['Tools for: has a known e-mail address', 'Tools for: has consented to marketing by e-mail'])
    labelled('Move up: has consented')?.focus()
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
    expect(tools()[0]).toBe('Tools for: has consented to marketing by e-mail')
    labelled('Put into a group: has consented')?.focus()
    await user.keyboard('{Enter}')
    expect(labelled('Group, at least one of these holds')).toHaveAttribute('role', 'group')
    labelled('Remove: has a known')?.focus()
    await user.keyboard('{Enter}')
    expect(tools()).toHaveLength(2)
  })

  it('marks the clause that the server finds wrong, at its place', async () => {
    serveMock()
    await renderPage(PATH, PATH, NewAudiencePage)
    await add('Attribute')
    expect(await screen.findByText('Must be text of 1 to 256 characters')).toBeInTheDocument()
    expect(await screen.findByText('The marked conditions are not complete yet.')).toBeInTheDocument()
  })

  it('keeps what it does not know', async () => {
    serveMock()
    const user = userEvent.setup()
    await renderPage(PATH, PATH, NewAudiencePage)
    await user.click(await screen.findByText('JSON'))
    const field = await screen.findByLabelText('JSON', { selector: 'textarea' })
    await user.clear(field)
    await user.click(field)
    await user.paste('{"type":"all","of":[{"type":"weather","is":"fine"}]}')
    await user.click(screen.getByText('Build'))
    expect(await screen.findByText(/does not know this clause/)).toBeInTheDocument()
    await user.click(screen.getByText('JSON'))
    expect(JSON.parse(text()?.value ?? '')).toEqual({ type: 'all', of: [{ type: 'weather', is: 'fine' }] })
  })
})
