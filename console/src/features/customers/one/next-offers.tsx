import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { useLabel } from '@/lib/i18n'
import type { Standing } from '@/lib/scores'

/** What to offer next and why, and which purchase runs out. */
export function NextOffers({ items }: { items: Standing[] }) {
  const { t } = useTranslation('baskets')
  const format = useFormat()
  const label = useLabel()
  const of = (model: string) => items.find((each) => each.model === model)
  const reading = (model: string, key: string) => of(model)?.points[0]?.figures.find((each) => each.figure === key)
  const called = (model: string, key: string) => {
    const text = reading(model, key)?.text
    return text ? label(of(model)?.figures.find((spec) => spec.key === key)?.values.find((word) => word.key === text)?.label, text) : null
  }
  const offers = ['', '2', '3'].flatMap((n) => {
    const product = called('next', `product${n}`)
    return product ? [{ product, because: called('next', `because${n}`), again: reading('next', `because${n}`)?.text === reading('next', `product${n}`)?.text, share: reading('next', `share${n}`)?.number ?? 0, lift: reading('next', `lift${n}`)?.number ?? 1 }] : []
  })
  const due = reading('replenishment', 'due')?.text
  const runsOut = called('replenishment', 'product')
  if (offers.length === 0 && !runsOut) return null
  return (
    <div className="stack tight small">
      {offers.length > 0 && <p className="strong">{t('card.next')}</p>}
      {offers.length > 0 && (
        <ol className="offers">
          {offers.map((offer) => (
            <li key={offer.product}>
              <b>{offer.product}</b> <span className="muted">{t(offer.because === null ? 'card.popular' : offer.again ? 'card.again' : 'card.bought', { because: offer.because, share: format.percent(offer.share), lift: format.number(offer.lift, 1) })}</span>
            </li>
          ))}
        </ol>
      )}
      {runsOut && due && <p>{t('card.runsOut', { product: runsOut, due: format.date(due), state: called('replenishment', 'state') })}</p>}
    </div>
  )
}
