import { useReducer } from 'react'
import { isProblem, type FieldProblem } from '@/lib/problem'
import { usePreview } from '../api'
import { begin, conditionOf, edit } from '../language/editor'
import type { Json } from '../language/types'
import { useSettled } from './use-settled'

const PAUSE = 250
const NONE: FieldProblem[] = []

/** The tree being edited, and what it comes to once the editing rests. */
export function useBuilder(condition: Json, saving?: unknown) {
  const [editor, dispatch] = useReducer(edit, condition, begin)
  const root = useSettled(editor.root, PAUSE)
  const settled = conditionOf({ ...editor, root })
  const preview = usePreview(settled)
  const refused = [saving, preview.error].find((error) => isProblem(error) && error.errors.length > 0)
  const problems = isProblem(refused) ? refused.errors.filter(({ pointer }) => /^(\/condition)?(\/|$)/.test(pointer) && !/^\/(name|folder|description|customers)/.test(pointer)) : NONE
  return { editor, dispatch, condition: conditionOf(editor), settled, preview, problems, waiting: root !== editor.root || preview.isPlaceholderData }
}
