import { createContext, useContext } from 'react'

/** What the server found wrong with the clause at hand, by the place inside the clause. */
export const ProblemsContext = createContext<ReadonlyMap<string, string>>(new Map())

/** The mark for a field: an error of its own place or of a part of it. */
export function useStatus(at: string): 'error' | undefined {
  const problems = useContext(ProblemsContext)
  for (const pointer of problems.keys()) if (pointer === at || pointer.startsWith(`${at}/`)) return 'error'
  return undefined
}

/** What every editor of a part takes. */
export interface PartProps<T> {
  value: T
  onChange: (value: T) => void
  /** Where the part stands in its clause, as a JSON pointer. */
  at: string
}
