import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

// A busy machine may draw a page in more than the second that is waited for otherwise.
configure({ asyncUtilTimeout: 15_000 })

// What jsdom lacks and the components ask for.
globalThis.matchMedia ??= (query: string) =>
  ({ matches: false, media: query, addEventListener: () => {}, removeEventListener: () => {}, addListener: () => {}, removeListener: () => {} }) as unknown as MediaQueryList
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
}
const computed = window.getComputedStyle.bind(window)
window.getComputedStyle = (element: Element) => computed(element)
window.scrollTo = () => {}

afterEach(() => {
  cleanup()
  localStorage.clear()
})
