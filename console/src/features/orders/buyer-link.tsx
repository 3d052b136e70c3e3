import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { foremost } from '@/lib/foremost'
import { shortId } from '@/lib/format'
import { customerLink } from '@/lib/routes'
import type { Buyer, Order } from './api'

/** The name, or the identity that one knows the customer by. */
export const nameOf = (buyer: Buyer | null | undefined) => buyer && (buyer.name ?? foremost(buyer.identities)?.masked)

/** Who bought, as a link to the customer. */
export function BuyerLink({ order }: { order: Pick<Order, 'customer' | 'buyer' | 'number'> }) {
  const { t } = useTranslation('orders')
  const { t: common } = useTranslation()
  const { customer, buyer } = order
  if (!customer) return <span className="muted">{common('anonymous')}</span>
  const name = buyer?.erased ? t('erased') : (nameOf(buyer) ?? t('openCustomer', { id: shortId(customer) }))
  return <Link to={customerLink(customer)}>{name}<span className="hidden-visually"> {order.number}</span></Link>
}
