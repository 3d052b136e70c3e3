import { Slider } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { Figure } from '@/ui/figure'
import { Money } from '@/ui/money'
import type { Worth } from './types'

/** Retention some points higher or lower: what a customer and all of today's would be worth. The server counted every point. */
export function IfMoreStayed({ worth, currency, asOf }: { worth: Worth; currency: string; asOf: string }) {
  const { t } = useTranslation('economics')
  const format = useFormat()
  const [points, setPoints] = useState(1)
  const range = worth.curve.map((point) => point.points)
  const now = worth.curve.find((point) => point.points === 0)
  const then = worth.curve.find((point) => point.points === points) ?? now
  if (!now || !then) return null
  const signed = (amount: number, short = false) => `${amount > 0 ? '+' : ''}${(short ? format.moneyShort : format.money)({ amount, currency })}`
  return (
    <div className="stack tight if-more">
      <div className="if-slider">
        <label htmlFor="if-points" className="muted">{t('if.points', { points: `${points > 0 ? '+' : ''}${String(then.points)}` })}</label>
        <Slider id="if-points" min={Math.min(...range)} max={Math.max(...range)} value={then.points} onChange={setPoints} ariaLabelForHandle={t('if.title')} tooltip={{ open: false }} marks={{ 0: t('if.now') }} />
      </div>
      <dl className="pairs">
        <dt>{t('if.retention')}</dt><dd className="num">{format.percent(now.retention, 1)} → <b>{format.percent(then.retention, 1)}</b></dd>
        <dt>{t('if.multiple')}</dt><dd className="num">{format.number(now.multiple, 2)} → <b>{format.number(then.multiple, 2)}</b></dd>
        <dt>{t('if.each')}</dt><dd><Money of={{ amount: then.value, currency }} /> <span className="num muted">({signed(then.value - now.value)})</span></dd>
        <dt>{t('if.all')}</dt><dd><Money short of={{ amount: then.total, currency }} /> <span className="num muted">({signed(then.total - now.total, true)})</span></dd>
        <dt>{t('if.customers')}</dt><dd><Figure value={worth.customers} open={worth.open} asOf={asOf} label={t('if.customers')} /></dd>
      </dl>
    </div>
  )
}
