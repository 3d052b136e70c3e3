import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { decimals, useFormat } from '@/lib/format'
import { useLast } from '@/lib/use-last'
import { DataTable } from '@/ui/data-table'
import { Load } from '@/ui/load'
import { Money } from '@/ui/money'
import { When } from '@/ui/when'
import { useOrder, type Happening, type OrderDetail } from './api'
import { BuyerLink } from './buyer-link'
import { OrderStatus } from './columns'

const MICROS = 1_000_000

function happenings(order: OrderDetail): Happening[] {
  return [
    ...order.refunds.map((each) => ({ ...each, kind: 'refunded' })),
    ...order.adjustments.map((each) => ({ ...each, kind: 'adjusted' })),
    ...(order.cancelledAt ? [{ kind: 'cancelled', at: order.cancelledAt }] : []),
  ].sort((a, b) => a.at.localeCompare(b.at))
}

export function OrderDrawer({ number, onClose }: { number: string; onClose: () => void }) {
  const { t } = useTranslation('orders')
  const shown = useLast(number) ?? ''
  const order = useOrder(shown)
  return (
    <Drawer open={number !== ''} onClose={onClose} size={600} title={t('one', { number: shown })}>
      {shown && <Load query={order}>{(data) => <Detail order={data} />}</Load>}
    </Drawer>
  )
}

function Detail({ order }: { order: OrderDetail }) {
  const { t } = useTranslation('orders')
  const format = useFormat()
  const { currency } = order.total
  // A line may cost less than a minor unit; it is shown as exactly as it was sold.
  const exact = (micros: number) => `${format.number(micros / MICROS, Math.max(decimals(currency), 3))}`
  const story = happenings(order)
  return (
    <div className="stack">
      <dl className="pairs">
        <dt>{t('column.status')}</dt><dd><OrderStatus status={order.status} /></dd>
        <dt>{t('column.at')}</dt><dd><When at={order.at} as="dateTime" /></dd>
        <dt>{t('column.customer')}</dt><dd><BuyerLink order={order} /></dd>
        <dt>{t('column.where')}</dt><dd>{[order.channel, order.store].filter(Boolean).join(' · ') || '–'}</dd>
        <dt>{t('source')}</dt><dd>{order.source}</dd>
        <dt>{t('column.total')}</dt><dd><Money of={order.total} /></dd>
        {order.refunded.amount !== 0 && <><dt>{t('refunded')}</dt><dd><Money of={order.refunded} /></dd><dt>{t('column.net')}</dt><dd><Money of={order.net} /></dd></>}
        {order.profit && <><dt>{t('column.profit')}</dt><dd><Money of={order.profit} /></dd></>}
        {order.roundingMicros !== 0 && <><dt>{t('rounding')}</dt><dd className="num">{format.number(order.roundingMicros / MICROS, 6)} {currency}</dd></>}
      </dl>
      <DataTable
        label={t('lines')} rows={order.items.map((line, i) => ({ ...line, key: String(i) }))} rowKey={(line) => line.key}
        columns={[
          { key: 'name', title: t('line.name'), card: 'lead', render: (line) => <span><span className="strong">{line.name ?? line.sku}</span> <span className="muted small">{line.sku}</span></span> },
          { key: 'quantity', title: t('line.quantity'), end: true, render: (line) => format.number(line.quantity) },
          { key: 'price', title: t('line.price'), end: true, render: (line) => exact(line.unitPriceMicros) },
          { key: 'amount', title: t('line.amount', { currency }), end: true, render: (line) => exact(line.amountMicros) },
        ]}
      />
      {story.length > 0 && (
        <section>
          <h3>{t('history')}</h3>
          <ol className="stack tight" style={{ marginTop: 8 }}>
            {story.map((each, i) => (
              <li key={i} className="row spread">
                <span>{t(`happened.${each.kind}`, { defaultValue: each.kind ?? '' })} <span className="muted small">{each.reason}</span></span>
                <span className="row"><Money of={each.amount ?? each.difference ?? null} /> <When at={each.at} as="dateTime" /></span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  )
}
