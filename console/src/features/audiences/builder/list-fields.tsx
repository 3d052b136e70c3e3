import { UploadOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { pasted } from '../language/pasted'

interface Props {
  text: string
  onChange: (text: string) => void
  /** Takes a file instead; not possible yet if there is nothing to do. */
  onFile?: () => void
}

/** Identities to paste: ids, e-mail addresses, phone, customer or card numbers. */
export function ListFields({ text, onChange, onFile }: Props) {
  const { t } = useTranslation('audiences')
  const format = useFormat()
  const count = pasted(text).length
  return (
    <div className="stack tight">
      <label htmlFor="list-text">{t('list.label')}</label>
      <Input.TextArea id="list-text" className="rule-text" spellCheck={false} autoSize={{ minRows: 8, maxRows: 20 }} value={text} placeholder={'mei@example.com\n13800138000\nM10021'} aria-describedby="list-hint" onChange={(event) => onChange(event.target.value)} />
      <p id="list-hint" className="muted small">{t('list.hint')}</p>
      <div className="row">
        <Button icon={<UploadOutlined />} disabled={!onFile} onClick={onFile}>{t('list.file')}</Button>
        <span className="muted num" aria-live="polite">{t('list.count', { count, shown: format.number(count) })}</span>
      </div>
    </div>
  )
}

const SHOWN = 200

/** Who of the list is known to nobody. */
export function Unknown({ list, places }: { list: string[]; places: number[] }) {
  const { t } = useTranslation('audiences')
  const format = useFormat()
  const save = () => {
    const url = URL.createObjectURL(new Blob([places.map((place) => list[place] ?? '').join('\n')], { type: 'text/plain' }))
    const link = document.createElement('a')
    link.href = url
    link.download = 'unknown.txt'
    link.click()
    setTimeout(() => URL.revokeObjectURL(url), 10_000)
  }
  return (
    <div className="stack tight" role="status">
      <p className="strong">{t('list.result', { known: format.number(list.length - places.length), unknown: format.number(places.length) })}</p>
      {places.length > 0 && (
        <>
          <p className="muted small">{t('list.unknownHint')}</p>
          <ul className="unknown-list">{places.slice(0, SHOWN).map((place) => <li key={place}><span className="muted num">{format.number(place + 1)}</span> {list[place]}</li>)}</ul>
          <div><Button size="small" onClick={save}>{t('list.saveUnknown')}</Button></div>
        </>
      )}
    </div>
  )
}
