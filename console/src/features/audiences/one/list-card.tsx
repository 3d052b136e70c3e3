import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '@/lib/session'
import { Card } from '@/ui/card'
import { ProblemAlert } from '@/ui/problem-alert'
import { useAddToList, useRemoveFromList } from '../api'
import { ListFields, Unknown } from '../builder/list-fields'
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
  const done = verb === 'add' ? adding : removing
  if (!may) return null
  const save = (next: 'add' | 'remove') => {
    const list = pasted(text)
    setSent(list)
    setVerb(next)
    ;(next === 'add' ? adding : removing).mutate(list, { onSuccess: () => setText('') })
  }
  return (
    <Card title={t('list.more')} hint={t('list.moreHint')}>
      <div className="stack">
        <ListFields text={text} onChange={setText} />
        {done.isError && <ProblemAlert error={done.error} />}
        {done.data && <Unknown list={sent} places={done.data.unknown ?? []} />}
        <div className="row">
          <Button type="primary" disabled={text.trim() === ''} loading={adding.isPending} onClick={() => save('add')}>{t('list.add')}</Button>
          <Button danger disabled={text.trim() === ''} loading={removing.isPending} onClick={() => save('remove')}>{t('list.remove')}</Button>
        </div>
      </div>
    </Card>
  )
}
