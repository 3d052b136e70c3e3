import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '@/lib/format'
import { Card } from '@/ui/card'
import { Figure } from '@/ui/figure'
import { Money } from '@/ui/money'
import type { Overview } from './api'

/** What sells, and where. */
export function Sellers({ overview }: { overview: Overview }) {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const best = Math.max(1, ...overview.topProducts.map((product) => product.revenue.amount))
  const widest = Math.max(1, ...overview.channels.map((channel) => channel.revenue.amount))
  return (
    <div className="columns stretch">
      <Card className="c7" title={t('products.title')}>
        <ul className="rank">
          {overview.topProducts.map((product) => (
            <li key={product.sku}>
              <Link to={`/know/catalogue?q=${encodeURIComponent(product.sku)}`} className="clip">{product.name}</Link>
              <span className="bar" aria-hidden="true"><i style={{ width: `${(product.revenue.amount / best) * 100}%` }} /></span>
              <Money of={product.revenue} short />
            </li>
          ))}
        </ul>
      </Card>
      <Card className="c5" title={t('channels.title')}>
        <ul className="rank">
          {overview.channels.map((channel) => (
            <li key={channel.channel}>
              <span className="clip">{t(`channel.${channel.channel}`, { defaultValue: channel.channel })}</span>
              <span className="bar" aria-hidden="true"><i style={{ width: `${(channel.revenue.amount / widest) * 100}%` }} /></span>
              <Money of={channel.revenue} short />
            </li>
          ))}
        </ul>
        {overview.anonymous.orders > 0 && (
          <p className="muted small anonymous">
            <Figure value={overview.anonymous.orders} open="/know/orders?anonymous=true" label={t('anonymous')} /> {t('anonymous')} · {format.money(overview.anonymous.revenue)}
          </p>
        )}
      </Card>
    </div>
  )
}
