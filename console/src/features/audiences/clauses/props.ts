import type { Clause } from '../language/types'

/** What the editor of one kind of clause takes. */
export interface ClauseProps<C extends Clause> {
  value: C
  onChange: (value: C) => void
}
