import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseExactly } from '../language/text'
import type { Json } from '../language/types'

interface Props {
  json: Json
  onChange: (json: Json) => void
}

/** A clause that no editor knows: shown as it is, and left as it is unless somebody edits its text. */
export function RawEditor({ json, onChange }: Props) {
  const { t } = useTranslation('conditions')
  const [text, setText] = useState(() => JSON.stringify(json, null, 1))
  const [given, setGiven] = useState(json)
  const [wrong, setWrong] = useState('')
  if (given !== json) {
    setGiven(json)
    setText(JSON.stringify(json, null, 1))
  }
  const take = (next: string) => {
    setText(next)
    const parsed = parseExactly(next)
    setWrong('problem' in parsed ? t(`text.${parsed.problem}`, { detail: parsed.detail }) : '')
    if ('problem' in parsed) return
    setGiven(parsed.json)
    onChange(parsed.json)
  }
  return (
    <div className="raw">
      <p className="small muted">{t('unknownClause')}</p>
      <Input.TextArea className="rule-text" aria-label={t('unknownClause')} aria-invalid={wrong !== ''} status={wrong ? 'error' : undefined} autoSize={{ minRows: 2, maxRows: 12 }} value={text} onChange={(event) => take(event.target.value)} />
      {wrong && <p className="bad small" role="alert">{wrong}</p>}
    </div>
  )
}
