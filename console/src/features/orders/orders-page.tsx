import { DatePicker, Select } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { shortId, useFormat } from '@/lib/format'
import { ROUTES } from '@/lib/routes'
import { useUrlState } from '@/lib/url-state'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { PageHeader } from '@/ui/page-header'
import { PagedTable } from '@/ui/paged-table'
import { RemovableChip } from '@/ui/removable-chip'
import { SearchBox } from '@/ui/search-box'
import { ThreeDoors } from '@/ui/three-doors'
import { ORDERS_SHAPE, useOrders } from './api'
import { nameOf } from './buyer-link'
import { useOrderColumns } from './columns'
import { OrderDrawer } from './order-drawer'

/** "sold" is every purchase that was not cancelled, as figures count them. */
const STATUSES = ['sold', 'completed', 'partly-refunded', 'refunded', 'cancelled', 'credit-note']

export default function OrdersPage() {
  const { t } = useTranslation('orders')
  const { t: common } = useTranslation()
  const format = useFormat()
  const [state, change] = useUrlState(ORDERS_SHAPE)
  const orders = useOrders(state)
  const columns = useOrderColumns((order) => change({ order }))
  const total = orders.data?.pages[0]?.total
  const filtered = Boolean(state.q || state.customer || state.from || state.to || state.anonymous || state.status || state.asOf)
  return (
    <>
      <PageHeader title={t('title')} lead={<span aria-live="polite">{total === undefined ? ' ' : t('total', { count: total, shown: format.number(total) })}</span>} />
      <div className="filters" role="group" aria-label={t('filters')}>
        <SearchBox value={state.q} onChange={(q) => change({ q }, true)} label={t('search')} />
        <Select allowClear aria-label={t('status')} placeholder={t('status')} value={state.status || undefined} onChange={(status?: string) => change({ status: status ?? '' })} options={STATUSES.map((value) => ({ value, label: common(`status.${value}`) }))} popupMatchSelectWidth={false} style={{ width: 168 }} />
        <Select allowClear aria-label={t('who')} placeholder={t('who')} value={state.anonymous || undefined} onChange={(anonymous?: string) => change({ anonymous: anonymous ?? '' })} options={[{ value: 'false', label: t('known') }, { value: 'true', label: t('anonymous') }]} style={{ width: 168 }} />
        <DatePicker aria-label={t('from')} placeholder={t('from')} value={state.from ? dayjs(state.from.slice(0, 10)) : null} onChange={(day) => change({ from: day?.format('YYYY-MM-DD') ?? '' })} style={{ width: 146 }} />
        <DatePicker aria-label={t('to')} placeholder={t('to')} value={state.to ? dayjs(state.to.slice(0, 10)) : null} onChange={(day) => change({ to: day?.format('YYYY-MM-DD') ?? '' })} style={{ width: 146 }} />
      </div>
      {(state.customer || state.asOf) && (
        <div className="filters">
          {state.customer && <RemovableChip text={t('oneCustomer', { name: nameOf(orders.data?.pages[0]?.items[0]?.buyer) ?? shortId(state.customer) })} onRemove={() => change({ customer: '' })} />}
          {state.asOf && <RemovableChip text={t('asOf', { date: format.moment(state.asOf) })} onRemove={() => change({ asOf: '' })} />}
        </div>
      )}
      <div className="card flush">
        <PagedTable
          label={t('title')} query={orders} columns={columns} rowKey={(order) => order.number} sort={state.sort || '-at'} onSort={(sort) => change({ sort })} opens
          empty={filtered
            ? <EmptyState title={t('nothing')} actions={<LinkButton to={ROUTES.orders}>{common('clear')}</LinkButton>}>{t('nothingHint')}</EmptyState>
            : <div style={{ padding: '0 20px 24px' }}><EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState><ThreeDoors /></div>}
        />
      </div>
      <OrderDrawer number={state.order} onClose={() => change({ order: '' })} />
    </>
  )
}
