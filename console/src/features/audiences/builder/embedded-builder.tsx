import { useEffect, useReducer, useRef } from 'react'
import type { ConditionEditorProps, ConditionJson } from '@/ui/condition-editor'
import { begin, conditionOf, edit } from '../language/editor'
import type { Json } from '../language/types'
import { VocabularyProvider } from '../vocabulary'
import { ConditionBuilder } from './condition-builder'
import '../audiences.css'

/** The builder where a condition is part of something else. */
export default function EmbeddedBuilder({ condition, onChange, problems }: ConditionEditorProps) {
  const [editor, dispatch] = useReducer(edit, condition as Json, begin)
  const told = useRef(editor.root)
  useEffect(() => {
    if (told.current === editor.root) return
    told.current = editor.root
    onChange(conditionOf(editor) as ConditionJson)
  }, [editor, onChange])
  return <VocabularyProvider><ConditionBuilder editor={editor} dispatch={dispatch} problems={problems} /></VocabularyProvider>
}
