import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '@/lib/problem'
import { parseExactly } from '../language/text'
import type { Json } from '../language/types'
import { useBuilding } from './context'

interface Props {
  condition: Json
  problems: FieldProblem[]
}

/** The same tree as text. What is no JSON yet stays in the field and leaves the tree alone. */
export function JsonView({ condition, problems }: Props) {
  const { t } = useTranslation('conditions')
  const { t: own } = useTranslation('audiences')
  const { dispatch } = useBuilding()
  const code = JSON.stringify(condition)
  const [text, setText] = useState(() => JSON.stringify(condition, null, 2))
  const [shown, setShown] = useState(code)
  const [wrong, setWrong] = useState('')
  if (shown !== code) {
    setShown(code)
    setText(JSON.stringify(condition, null, 2))
    setWrong('')
  }
  const take = (next: string) => {
    setText(next)
    const parsed = parseExactly(next)
    setWrong('problem' in parsed ? t(`text.${parsed.problem}`, { detail: parsed.detail }) : '')
    if ('problem' in parsed) return
    setShown(JSON.stringify(parsed.json))
    dispatch({ do: 'load', json: parsed.json })
  }
  return (
    <div className="stack tight">
      <p className="muted small">{own('jsonHint')}</p>
      <Input.TextArea className="rule-text json-text" aria-label={own('json')} spellCheck={false} status={wrong || problems.length > 0 ? 'error' : undefined} autoSize={{ minRows: 12, maxRows: 34 }} value={text} onChange={(event) => take(event.target.value)} />
      {wrong && <p className="bad small" role="alert">{wrong}</p>}
      {problems.length > 0 && <ul className="row-problems">{problems.map(({ pointer, code: name, message }) => <li key={pointer + name}><code>{pointer || '/'}</code> {message}</li>)}</ul>}
    </div>
  )
}
