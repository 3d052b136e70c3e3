import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '@/lib/session'
import { Card } from '@/ui/card'
import { ProblemAlert } from '@/ui/problem-alert'
import { useAddToList, useRemoveFromList } from '../api'
import { ListFields, Unknown } from '../builder/list-fields'
import { FileDrawer } from '../files/file-drawer'
import { asFile, tooLong } from '../files/long-paste'
import { pasted } from '../language/pasted'
import type { AudienceDetail } from '../types'

/** More customers for a list. */
export function ListCard({ audience }: { audience: AudienceDetail }) {
  const { t } = useTranslation('audiences')
  const may = useCan('AUDIENCES_WRITE')
  const [text, setText] = useState('')
  const [sent, setSent] = useState<string[]>([])
  const [verb, setVerb] = useState<'add' | 'remove'>('add')
  const adding = useAddToList(audience.id)
  const removing = useRemoveFromList(audience.id)
  const [file, setFile] = useState<File | null>(null)
  const [reading, setReading] = useState(false)
  const fromFile = (next: File | null) => {
    setFile(next)
    setReading(true)
  }
  const done = verb === 'add' ? adding : removing
  if (!may) return null
  const save = (next: 'add' | 'remove') => {
    const list = pasted(text)
    setVerb(next)
    if (tooLong(list)) {
      fromFile(asFile(list))
      return
    }
    setSent(list)
    ;(next === 'add' ? adding : removing).mutate(list, { onSuccess: () => setText('') })
  }
  return (
    <Card title={t('list.more')} hint={t('list.moreHint')}>
      <div className="stack">
        <ListFields text={text} onChange={setText} onFile={() => { setVerb('add'); fromFile(null) }} />
        {done.isError && <ProblemAlert error={done.error} />}
        {done.data && <Unknown list={sent} places={done.data.unknown ?? []} />}
        <div className="row">
          <Button type="primary" disabled={text.trim() === ''} loading={adding.isPending} onClick={() => save('add')}>{t('list.add')}</Button>
          <Button danger disabled={text.trim() === ''} loading={removing.isPending} onClick={() => save('remove')}>{t('list.remove')}</Button>
        </div>
      </div>
      <FileDrawer open={reading} file={file} list={audience.id} verb={verb} onClose={() => setReading(false)} />
    </Card>
  )
}
