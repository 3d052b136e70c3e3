import { RedoOutlined, UndoOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import { useEffect, useMemo, useRef, useState, type Dispatch } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '@/lib/problem'
import { conditionOf, type Action, type Editor, type Focus } from '../language/editor'
import { assignProblems } from '../language/problems'
import { useSentences } from '../use-sentences'
import { BuildingContext } from './context'
import { JsonView } from './json-view'
import { RootView } from './node-view'

interface Props {
  editor: Editor
  dispatch: Dispatch<Action>
  problems: FieldProblem[]
}

const FOCUSABLE = 'input, textarea, button:not([tabindex="-1"]), [tabindex="0"]'

/** Puts the keyboard where an edit left off, after the menu it came from has closed. */
function useFocusing(focus: Focus | null, box: React.RefObject<HTMLDivElement | null>) {
  useEffect(() => {
    if (!focus) return
    const timer = window.setTimeout(() => {
      const place = box.current?.querySelector<HTMLElement>(`[data-focus="${focus.on}-${focus.id}"]`)
      const target = place?.matches('button') ? place : place?.querySelector<HTMLElement>(FOCUSABLE)
      target?.focus()
    }, 60)
    return () => window.clearTimeout(timer)
  }, [focus, box])
}

/** Keys that work anywhere in the tree: Alt with an arrow moves a clause, Ctrl+Z takes back. */
function useKeys(dispatch: Dispatch<Action>, box: React.RefObject<HTMLDivElement | null>) {
  useEffect(() => {
    const element = box.current
    const press = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      const command = event.ctrlKey || event.metaKey
      if (command && event.key.toLowerCase() === 'z' && target.tagName !== 'TEXTAREA') {
        event.preventDefault()
        dispatch({ do: event.shiftKey ? 'redo' : 'undo' })
      }
      const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
      const id = Number(target.closest<HTMLElement>('[data-node]')?.dataset.node)
      if (!event.altKey || by === 0 || !id) return
      event.preventDefault()
      dispatch({ do: 'move', id, by })
    }
    element?.addEventListener('keydown', press)
    return () => element?.removeEventListener('keydown', press)
  }, [dispatch, box])
}

export function ConditionBuilder({ editor, dispatch, problems }: Props) {
  const { t } = useTranslation('audiences')
  const [view, setView] = useState<'build' | 'json'>('build')
  const box = useRef<HTMLDivElement>(null)
  const says = useSentences()
  const { root } = editor
  const building = useMemo(() => ({ dispatch, problems: assignProblems(root, problems) }), [dispatch, root, problems])
  useFocusing(view === 'build' ? editor.focus : null, box)
  useKeys(dispatch, box)
  return (
    <div className="builder stack" ref={box}>
      <div className="row spread">
        <Segmented<'build' | 'json'> size="small" value={view} onChange={setView} aria-label={t('view')} options={[{ value: 'build', label: t('build') }, { value: 'json', label: t('json') }]} />
        <div className="row tight">
          <Button size="small" icon={<UndoOutlined />} disabled={editor.past.length === 0} onClick={() => dispatch({ do: 'undo' })}>{t('undo')}</Button>
          <Button size="small" icon={<RedoOutlined />} disabled={editor.future.length === 0} onClick={() => dispatch({ do: 'redo' })}>{t('redo')}</Button>
        </div>
      </div>
      <p className="meaning" aria-live="polite"><span className="muted small">{t('meaning')}</span> {says.node(root)}</p>
      <BuildingContext value={building}>
        {view === 'build' ? <RootView node={root} /> : <JsonView condition={conditionOf(editor)} problems={problems} />}
      </BuildingContext>
      <p className="muted small keys">{t('keys')}</p>
    </div>
  )
}
