import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '@/lib/format'
import { Card } from '@/ui/card'
import { Load, Skeleton } from '@/ui/load'
import { Money } from '@/ui/money'
import { When } from '@/ui/when'
import { useOrdersOf } from '../api'
import type { Customer } from '../types'

const SHOWN = 5

export function OrdersCard({ customer }: { customer: Customer }) {
  const { t } = useTranslation('customer')
  const { t: common } = useTranslation()
  const format = useFormat()
  const orders = useOrdersOf(customer.id)
  return (
    <Card title={t('orders.title')} extra={<Link to={`/know/orders?customer=${customer.id}`} className="small">{t('orders.all', { shown: format.number(orders.data?.total ?? customer.counts.orders) })}</Link>}>
      <Load query={orders} skeleton={<Skeleton lines={3} />}>
        {(page) => (page.items.length === 0
          ? <p className="muted">{t('orders.none')}</p>
          : (
            <ul className="list-plain">
              {page.items.slice(0, SHOWN).map((order) => (
                <li key={order.number}>
                  <div className="grow">
                    <Link to={`/know/orders?customer=${customer.id}&order=${encodeURIComponent(order.number)}`} className="strong num">{order.number}</Link>
                    <p className="muted small"><When at={order.at} />{order.status !== 'completed' && ` · ${common(`status.${order.status}`)}`}</p>
                  </div>
                  <Money of={order.net} />
                </li>
              ))}
            </ul>
          ))}
      </Load>
    </Card>
  )
}
