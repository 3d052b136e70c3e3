import { createContext, Suspense, useContext, type ComponentType } from 'react'
import type { FieldProblem } from '@/lib/problem'
import { Skeleton } from './load'

/** A condition as it travels: what the language allows is known to its editor and to the server. */
export type ConditionJson = { type: string } & Record<string, unknown>

export interface ConditionEditorProps {
  /** Where editing begins; later changes come from the editor. */
  condition: ConditionJson
  onChange: (condition: ConditionJson) => void
  /** With pointers from the root of the condition. */
  problems: FieldProblem[]
}

/** The one editor of conditions; the shell brings it, so that every feature can edit them. */
export const ConditionEditorContext = createContext<ComponentType<ConditionEditorProps> | null>(null)

export function ConditionEditor(props: ConditionEditorProps) {
  const Editor = useContext(ConditionEditorContext)
  return Editor && <Suspense fallback={<Skeleton height={140} />}><Editor {...props} /></Suspense>
}
