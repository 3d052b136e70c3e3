import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/ui/card'
import { LinkButton } from '@/ui/link-button'
import { ProblemAlert } from '@/ui/problem-alert'
import { useCreate } from '../api'
import { pasted } from '../language/pasted'
import { FileDrawer } from '../files/file-drawer'
import { tooLong, asFile } from '../files/long-paste'
import { audienceLink } from '../links'
import { ListFields, Unknown } from './list-fields'
import { NameFields, named, type NamingProps } from './name-fields'

/** A list that is filled by hand. */
export function ListForm({ naming, onNaming }: NamingProps) {
  const { t } = useTranslation('audiences')
  const [text, setText] = useState('')
  const create = useCreate()
  const [sent, setSent] = useState<string[]>([])
  const [file, setFile] = useState<File | null>(null)
  const [reading, setReading] = useState(false)
  const made = useRef<string | null>(null)
  const fromFile = (next: File | null) => {
    setFile(next)
    setReading(true)
  }
  /** Once, however often the start is tried. */
  const make = async () => (made.current ??= (await create.mutateAsync({ ...named(naming), kind: 'static', customers: [] })).id)
  const save = () => {
    const list = pasted(text)
    if (tooLong(list)) {
      fromFile(asFile(list))
      return
    }
    setSent(list)
    create.mutate({ ...named(naming), kind: 'static', customers: list })
  }
  if (create.data && !reading) {
    return (
      <Card title={t('list.made', { name: naming.name })}>
        <Unknown list={sent} places={create.data.unknown ?? []} />
        <div className="row" style={{ marginTop: 14 }}><LinkButton type="primary" to={audienceLink(create.data.id)}>{t('list.open')}</LinkButton></div>
      </Card>
    )
  }
  return (
    <div className="stack">
      <Card><NameFields value={naming} onChange={onNaming} error={create.error} /></Card>
      <Card title={t('list.title')}><ListFields text={text} onChange={setText} onFile={naming.name.trim() === '' ? undefined : () => fromFile(null)} /></Card>
      <FileDrawer open={reading} file={file} make={make} onClose={() => setReading(false)} />
      {create.isError && <ProblemAlert error={create.error} />}
      <div className="row"><Button type="primary" disabled={naming.name.trim() === ''} loading={create.isPending} onClick={save}>{t('create')}</Button>{naming.name.trim() === '' && <span className="muted small">{t('nameFirst')}</span>}</div>
    </div>
  )
}
