import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'

/** What one screen keeps in its address: a name, and the value when the address is silent. */
export type Shape = Record<string, string | readonly string[]>
export type StateOf<S extends Shape> = { [K in keyof S]: S[K] extends readonly string[] ? string[] : string }

export function parseState<S extends Shape>(shape: S, search: URLSearchParams): StateOf<S> {
  const state: Record<string, string | string[]> = {}
  for (const [name, silent] of Object.entries(shape)) {
    state[name] = Array.isArray(silent) ? search.getAll(name) : (search.get(name) ?? (silent as string))
  }
  return state as StateOf<S>
}

/** Writes a change into an address; a value equal to the silent one is left out. */
export function writeState<S extends Shape>(shape: S, search: URLSearchParams, change: Partial<StateOf<S>>): URLSearchParams {
  const next = new URLSearchParams(search)
  for (const [name, value] of Object.entries(change) as [string, string | string[] | undefined][]) {
    next.delete(name)
    if (Array.isArray(value)) value.forEach((each) => next.append(name, each))
    else if (value !== undefined && value !== '' && value !== shape[name]) next.set(name, value)
  }
  return next
}

/** Table and filter state that survives reload, Back, and being sent to a colleague. */
export function useUrlState<S extends Shape>(shape: S): [StateOf<S>, (change: Partial<StateOf<S>>, replace?: boolean) => void] {
  const [search, setSearch] = useSearchParams()
  const state = useMemo(() => parseState(shape, search), [shape, search])
  const change = useCallback(
    (part: Partial<StateOf<S>>, replace = false) =>
      setSearch((current) => writeState(shape, current, part), { replace, preventScrollReset: true }),
    [shape, setSearch],
  )
  return [state, change]
}
