import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/ui/card'
import { LinkButton } from '@/ui/link-button'
import { ProblemAlert } from '@/ui/problem-alert'
import { useCreateList } from '../api'
import { pasted } from '../language/pasted'
import { audienceLink } from '../links'
import { ListFields, Unknown } from './list-fields'
import { NameFields, named, type NamingProps } from './name-fields'

/** A list that is filled by hand. */
export function ListForm({ naming, onNaming }: NamingProps) {
  const { t } = useTranslation('audiences')
  const [text, setText] = useState('')
  const create = useCreateList()
  const [sent, setSent] = useState<string[]>([])
  const save = () => {
    const list = pasted(text)
    setSent(list)
    create.mutate({ ...named(naming), kind: 'static', customers: list })
  }
  if (create.data) {
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
      <Card title={t('list.title')}><ListFields text={text} onChange={setText} /></Card>
      {create.isError && <ProblemAlert error={create.error} />}
      <div className="row"><Button type="primary" disabled={naming.name.trim() === ''} loading={create.isPending} onClick={save}>{t('create')}</Button>{naming.name.trim() === '' && <span className="muted small">{t('nameFirst')}</span>}</div>
    </div>
  )
}
