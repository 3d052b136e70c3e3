import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { customersLink } from '@/lib/routes'
import { useCan } from '@/lib/session'
import { Card } from '@/ui/card'
import { ProblemAlert } from '@/ui/problem-alert'
import { When } from '@/ui/when'
import { useRemoveTag } from '../api'
import { DAYS, type Customer, type Tag } from '../types'
import { TagDialog } from './tag-dialog'

export function TagsCard({ customer }: { customer: Customer }) {
  const { t } = useTranslation('customer')
  const may = useCan('CUSTOMERS_WRITE')
  const remove = useRemoveTag(customer.id)
  const [adding, setAdding] = useState(false)
  return (
    <Card title={t('tags.title')} extra={may && <Button size="small" icon={<PlusOutlined />} onClick={() => setAdding(true)}>{t('tags.add')}</Button>}>
      {remove.isError && <ProblemAlert error={remove.error} />}
      {customer.tags.length === 0 && <p className="muted">{t('tags.none')}</p>}
      <ul className="list-plain">
        {customer.tags.map((tag) => (
          <li key={tag.id}>
            <div className="grow">
              <div className="row tight">
                <span className="muted small">{tag.category}</span>
                <Link className="strong" to={customersLink({ tag: `${tag.category}:${tag.value}` })}>{tag.value}</Link>
                {tag.schedule && <Schedule tag={tag} />}
              </div>
              <p className="muted small">{t(`source.${tag.source}`, { defaultValue: tag.source })}{tag.setBy && ` · ${tag.setBy}`} · <When at={tag.setAt} /></p>
            </div>
            {may && <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t('tags.remove', { name: tag.value })} onClick={() => remove.mutate(tag.id)} />}
          </li>
        ))}
      </ul>
      {adding && <TagDialog id={customer.id} onClose={() => setAdding(false)} />}
    </Card>
  )
}

function Schedule({ tag }: { tag: Tag }) {
  const { t } = useTranslation('customer')
  const days = tag.schedule?.days ?? []
  if (days.length === 0) return tag.schedule?.text ? <span className="small">{tag.schedule.text}</span> : null
  return (
    <span className="days" role="img" aria-label={days.map((day) => t(`day.${day}`)).join(', ')}>
      {DAYS.map((day) => <i key={day} className={days.includes(day) ? 'on' : ''} aria-hidden="true">{t(`dayShort.${day}`)}</i>)}
    </span>
  )
}
