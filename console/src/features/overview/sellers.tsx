import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '@/lib/format'
import { useSession } from '@/lib/session'
import { Card } from '@/ui/card'
import { Figure } from '@/ui/figure'
import { Money } from '@/ui/money'
import { amountOf, type Overview } from './api'

const SHOWN = 7

/** What sells, and where. */
export function Sellers({ overview }: { overview: Overview }) {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const { workspace } = useSession()
  const currency = overview.currency ?? workspace.currency
  const products = overview.topProducts.slice(0, SHOWN)
  const best = Math.max(1, ...products.map((product) => amountOf(product.revenue)))
  const widest = Math.max(1, ...overview.channels.map((channel) => amountOf(channel.revenue)))
  return (
    <div className="columns stretch">
      <Card className="c7" title={t('products.title')}>
        <ul className="rank">
          {products.map((product) => (
            <li key={product.sku}>
              <Link to={`/know/catalogue?q=${encodeURIComponent(product.sku)}`} className="clip">{product.name ?? product.sku}</Link>
              <span className="bar" aria-hidden="true"><i style={{ width: `${(amountOf(product.revenue) / best) * 100}%` }} /></span>
              <Money of={{ amount: amountOf(product.revenue), currency }} short />
            </li>
          ))}
        </ul>
      </Card>
      <Card className="c5" title={t('channels.title')}>
        <ul className="rank">
          {overview.channels.map((channel) => (
            <li key={channel.channel}>
              <span className="clip">{t(`channel.${channel.channel}`, { defaultValue: channel.channel })}</span>
              <span className="bar" aria-hidden="true"><i style={{ width: `${(amountOf(channel.revenue) / widest) * 100}%` }} /></span>
              <Money of={{ amount: amountOf(channel.revenue), currency }} short />
            </li>
          ))}
        </ul>
        {overview.anonymous.orders > 0 && (
          <p className="muted small anonymous">
            <Figure value={overview.anonymous.orders} open={overview.anonymous.open} label={t('anonymous')} /> {t('anonymous')}{overview.anonymous.revenue && <> · {format.money(overview.anonymous.revenue)}</>}
          </p>
        )}
      </Card>
    </div>
  )
}
