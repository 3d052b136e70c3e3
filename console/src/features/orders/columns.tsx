import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import type { Column } from '@/ui/data-table'
import { Money } from '@/ui/money'
import { When } from '@/ui/when'
import type { Order } from './api'
import { BuyerLink } from './buyer-link'

const LOOK: Record<string, string> = { completed: 'good', refunded: 'bad', 'partly-refunded': 'warn', cancelled: '', 'credit-note': 'warn' }

export function OrderStatus({ status }: { status: string }) {
  const { t } = useTranslation()
  return <span className={`badge ${LOOK[status] ?? ''}`}>{t(`status.${status}`, { defaultValue: status })}</span>
}

export function useOrderColumns(open: (number: string) => void): Column<Order>[] {
  const { t } = useTranslation('orders')
  const format = useFormat()
  return [
    { key: 'number', title: t('column.number'), card: 'lead', render: (order) => <button type="button" className="link-button main-link num" onClick={() => open(order.number)}>{order.number}</button> },
    { key: 'at', title: t('column.at'), sort: 'at', render: (order) => <When at={order.at} as="dateTime" /> },
    { key: 'customer', title: t('column.customer'), render: (order) => <BuyerLink order={order} /> },
    { key: 'status', title: t('column.status'), render: (order) => <OrderStatus status={order.status} /> },
    { key: 'where', title: t('column.where'), render: (order) => <span className="muted">{[order.channel, order.store].filter(Boolean).join(' · ') || '–'}</span> },
    { key: 'lines', title: t('column.lines'), end: true, card: 'none', render: (order) => format.number(order.lines) },
    { key: 'total', title: t('column.total'), end: true, card: 'none', render: (order) => <Money of={order.total} plain /> },
    { key: 'net', title: t('column.net'), end: true, render: (order) => <Money of={order.net} /> },
    { key: 'profit', title: t('column.profit'), end: true, render: (order) => <Money of={order.profit} plain /> },
  ]
}
