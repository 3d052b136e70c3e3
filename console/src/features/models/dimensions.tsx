import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { Figure } from '@/ui/figure'
import type { Dimension, Value } from './types'

interface Props {
  value: Value
  currency: string
}

/** Value along how long, how much of the wallet and how broad: three small pictures, each row opens its customers. */
export function Dimensions({ value, currency }: Props) {
  return <div className="dimensions">{value.dimensions.map((each) => <One key={each.dimension} one={each} value={value} currency={currency} />)}</div>
}

function One({ one, value, currency }: { one: Dimension; value: Value; currency: string }) {
  const { t } = useTranslation('models')
  const format = useFormat()
  const reading = (number: number) => (one.dimension === 'share' ? format.percent(number) : format.number(number, one.dimension === 'duration' ? 1 : 0))
  const range = (from: number, below: number | null) => {
    if (one.dimension === 'breadth') return below === null ? t('dimension.andMore', { from: reading(from) }) : reading(from)
    return below === null ? t('from', { from: reading(from) }) : `${reading(from)} – ${reading(below)}`
  }
  const most = Math.max(1, ...one.steps.map((step) => step.customers))
  const name = t(`dimension.${one.dimension}`)
  return (
    <section aria-label={name}>
      <h3>{name}</h3>
      {one.known === 0
        ? <p className="muted small">{t(`dimension.none.${one.dimension}`)}</p>
        : (
          <>
            <p className="muted small">{t(`dimension.mean.${one.dimension}`, { mean: one.dimension === 'share' ? format.percent(one.mean ?? 0, 1) : format.number(one.mean ?? 0, 1) })} · <Figure value={t('dimension.known', { known: format.number(one.known) })} open={one.open} asOf={value.asOf} label={name} /></p>
            <ul className="steps">
              {one.steps.map((step) => (
                <li key={step.from}>
                  <span className="small">{range(step.from, step.below)}</span>
                  <Figure value={step.customers} open={step.customers > 0 ? step.open : null} asOf={value.asOf} label={`${name} ${range(step.from, step.below)}`} />
                  <span className="num small">{step.customers > 0 ? t('value.each', { money: format.moneyShort({ amount: Math.round(step.value / step.customers), currency }) }) : '–'}</span>
                  <span className="along" aria-hidden="true"><i style={{ width: `${(step.customers / most) * 100}%` }} /></span>
                </li>
              ))}
            </ul>
          </>
        )}
    </section>
  )
}
