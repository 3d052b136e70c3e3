import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { renderPage, serveMock } from '@/testing/render'
import { RulesDrawer } from './rules-drawer'

const Page = () => <RulesDrawer scheme="activity" onClose={() => undefined} />
const PATH = '/understand/lifecycle'

describe('the rules of a scheme', () => {
  it('are edited with the builder of conditions, one stage at a time, and say that they are changed', async () => {
    serveMock()
    const user = userEvent.setup()
    await renderPage(PATH, PATH, Page)
    expect(await screen.findByText('First bought within the last 30 days')).toBeInTheDocument()
    expect(screen.getByText('Everybody who is left')).toBeInTheDocument()
    await user.click(screen.getByLabelText('Edit the rule: New'))
    const remove = await waitFor(() => {
      const found = document.querySelector<HTMLElement>('.builder [aria-label^="Remove:"]')
      expect(found).not.toBeNull()
      return found as HTMLElement
    }, { timeout: 10_000 })
    await user.click(remove)
    expect(await screen.findByText('Changed, not saved yet.')).toBeInTheDocument()
  })

  it('show the problem of a rule at its stage', async () => {
    serveMock((path) => (path.endsWith('/preview') ? Response.json({ title: 'These rules cannot be used', code: 'audiences.rules-invalid', errors: [{ pointer: '/stages/1/rule/of/0/days', code: 'condition.not-whole', message: 'A whole number is needed.' }] }, { status: 400 }) : undefined))
    const user = userEvent.setup()
    await renderPage(PATH, PATH, Page)
    await user.click(await screen.findByText('Preview'))
    await waitFor(() => expect(document.querySelectorAll('.stage-editor.wrong')).toHaveLength(1))
    expect(document.querySelectorAll('.stage-editor')[1]).toHaveClass('wrong')
  })
})
