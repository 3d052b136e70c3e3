import { Button, Drawer, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '@/lib/format'
import { customerLink } from '@/lib/routes'
import type { Column } from '@/ui/data-table'
import { PagedTable } from '@/ui/paged-table'
import { ProblemAlert } from '@/ui/problem-alert'
import { When } from '@/ui/when'
import { useDeliveries, useReplay, type Delivery, type Push } from './api'

const COLOUR = { planned: 'brand', delivered: 'good', failed: 'bad' } as const

/** What was sent, what came back, and what waits. */
export function DeliveryLog({ push, may, onClose }: { push: Push; may: boolean; onClose: () => void }) {
  const { t } = useTranslation('pushes')
  const format = useFormat()
  const [state, setState] = useState('')
  const deliveries = useDeliveries(push.id, state)
  const replay = useReplay()
  const said = (one: Delivery) => one.status ?? (one.answer ? t(`refused.${one.answer.replace('.', '-')}`, { defaultValue: one.answer }) : '–')
  const columns: Column<Delivery>[] = [
    { key: 'event', title: t('column.event'), card: 'lead', render: (one) => <span className="named"><span>{t(`event.${one.event.replace('.', '-')}`)}</span><Link className="small" to={customerLink(one.customer)}>{one.customer.slice(-12)}</Link></span> },
    { key: 'at', title: t('column.at'), render: (one) => <When at={one.at} as="dateTime" /> },
    { key: 'state', title: t('column.state'), render: (one) => <span className="row tight"><span className={`badge ${COLOUR[one.state]}`}>{t(`delivery.${one.state}`)}</span>{one.due && one.attempts > 0 && <span className="muted small">{t('next', { at: format.dateTime(one.due) })}</span>}</span> },
    { key: 'answer', title: t('column.answer'), render: (one) => <span className="num" title={one.answer ?? undefined}>{said(one)}{one.millis !== null && <span className="muted small"> · {format.number(one.millis)} ms</span>}</span> },
    { key: 'attempts', title: t('column.attempts'), end: true, render: (one) => <span className="num">{format.number(one.attempts)}</span> },
    ...(may ? [{ key: 'again', title: '', render: (one: Delivery) => (one.state === 'planned' ? null : <Button size="small" onClick={() => replay.mutate({ id: push.id, deliveries: [one.id] })}>{t('again')}</Button>) }] : []),
  ]
  return (
    <Drawer open size="large" title={t('logOf', { url: push.url })} onClose={onClose}>
      <div className="stack">
        <Segmented aria-label={t('column.state')} value={state} onChange={setState} options={[{ value: '', label: t('all') }, ...(['planned', 'delivered', 'failed'] as const).map((each) => ({ value: each, label: t(`delivery.${each}`) }))]} />
        {replay.isError && <ProblemAlert error={replay.error} />}
        <PagedTable label={t('log')} query={deliveries} columns={columns} rowKey={(one) => one.id} empty={<p className="muted">{t('nothingSent')}</p>} />
        <p className="muted small">{t('keptHint')}</p>
      </div>
    </Drawer>
  )
}
