import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { Delta } from '@/ui/delta'
import { Spark } from '@/ui/spark'
import { Tile } from '@/ui/tile'
import { amountOf, type Count, type Overview, type Sum } from './api'

/** The headline figures, each against the period before. */
export function Tiles({ overview }: { overview: Overview }) {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const months = overview.revenueByMonth.slice(-12)
  const count = (key: string, figure: Count | undefined, trend?: number[]) =>
    figure && <Tile key={key} name={t(`tile.${key}`, { days: overview.days })} value={format.number(figure.value)} open={figure.open} asOf={overview.asOf} foot={<Versus days={overview.days}><Delta value={figure.value} previous={figure.previous} /></Versus>} trend={trend && <Spark values={trend} />} />
  const sum = (key: string, figure: Sum | null | undefined, trend?: number[], less?: boolean) =>
    figure?.value && <Tile key={key} warm name={t(`tile.${key}`, { days: overview.days })} value={format.moneyShort(figure.value)} open={figure.open} asOf={overview.asOf} foot={<Versus days={overview.days}><Delta value={figure.value.amount} previous={figure.previous?.amount} lessIsBetter={less} /></Versus>} trend={trend && <Spark values={trend} warm />} />
  return (
    <div className="tiles">
      {count('customers', overview.customers)}
      {count('newCustomers', overview.newCustomers)}
      {count('activeCustomers', overview.activeCustomers)}
      {count('orders', overview.orders, months.map((month) => month.orders))}
      {sum('revenue', overview.revenue, months.map((month) => amountOf(month.revenue)))}
      {sum('averageOrder', overview.averageOrder, months.map((month) => amountOf(month.revenue) / (month.orders || 1)))}
      {sum('profit', overview.profit)}
      {sum('refunds', overview.refunds, months.map((month) => Math.abs(amountOf(month.refunds))), true)}
    </div>
  )
}

function Versus({ days, children }: { days: number; children: React.ReactNode }) {
  const { t } = useTranslation('overview')
  return <span className="versus">{children} <span className="muted">{t('versus', { days })}</span></span>
}
