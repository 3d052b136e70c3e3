import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '@/lib/session'
import { Card } from '@/ui/card'
import { ProblemAlert } from '@/ui/problem-alert'
import { useAddToList } from '../api'
import { ListFields, Unknown } from '../builder/list-fields'
import { pasted } from '../language/pasted'
import type { AudienceDetail } from '../types'

/** More customers for a list. */
export function ListCard({ audience }: { audience: AudienceDetail }) {
  const { t } = useTranslation('audiences')
  const may = useCan('AUDIENCES_WRITE')
  const [text, setText] = useState('')
  const [sent, setSent] = useState<string[]>([])
  const add = useAddToList(audience.id)
  if (!may) return null
  const save = () => {
    const list = pasted(text)
    setSent(list)
    add.mutate(list, { onSuccess: () => setText('') })
  }
  return (
    <Card title={t('list.more')} hint={t('list.moreHint')}>
      <div className="stack">
        <ListFields text={text} onChange={setText} />
        {add.isError && <ProblemAlert error={add.error} />}
        {add.data && <Unknown list={sent} places={add.data.unknown ?? []} />}
        <div><Button type="primary" disabled={text.trim() === ''} loading={add.isPending} onClick={save}>{t('list.add')}</Button></div>
      </div>
    </Card>
  )
}
