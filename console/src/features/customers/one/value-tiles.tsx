import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { purchasesLink } from '@/lib/routes'
import { Tile } from '@/ui/tile'
import { When } from '@/ui/when'
import type { Customer } from '../types'

export function ValueTiles({ customer, asOf }: { customer: Customer; asOf: string }) {
  const { t } = useTranslation('customer')
  const format = useFormat()
  const value = customer.value
  const orders = value?.orders ?? customer.counts.orders
  return (
    <div className="value-tiles">
      <Tile name={t('tile.revenue')} warm value={value ? format.money(value.revenue) : '–'} />
      <Tile name={t('tile.orders')} value={format.number(orders)} open={value && orders > 0 ? purchasesLink(customer.id, asOf) : null} />
      <Tile name={t('tile.average')} warm value={value && orders > 0 ? format.money({ ...value.revenue, amount: Math.round(value.revenue.amount / orders) }) : '–'} />
      {value?.profit && <Tile name={t('tile.profit')} warm value={format.money(value.profit)} />}
      <Tile name={t('tile.lastOrder')} value={value?.lastOrderAt ? <When at={value.lastOrderAt} as="relative" /> : t('never')} />
      <Tile name={t('tile.facts')} value={format.number(customer.counts.facts)} />
    </div>
  )
}
