import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '@/lib/format'
import { useLabel } from '@/lib/i18n'
import { openLink } from '@/lib/routes'
import type { Pareto } from './api'

const STEPS = 100

/** The tiers of customers as the courses of a pyramid; each course opens its customers. */
export function Pyramid({ pareto, asOf, currency }: { pareto: Pareto; asOf: string; currency: string }) {
  const { t } = useTranslation('pareto')
  const format = useFormat()
  const label = useLabel()
  const tiers = pareto.pyramid
  const edge = (i: number) => 14 + (STEPS - 14) * (i / tiers.length)
  return (
    <ol className="pyramid">
      {tiers.map((tier, i) => {
        const top = edge(i)
        const bottom = edge(i + 1)
        const clip = `polygon(${50 - top / 2}% 0, ${50 + top / 2}% 0, ${50 + bottom / 2}% 100%, ${50 - bottom / 2}% 100%)`
        return (
          <li key={String(tier.tier)}>
            <Link to={openLink(tier.open ?? `in=pareto.tier:${pareto.measure}-${tier.tier}`, asOf)}>
              <span className={`course course-${i}`} style={{ clipPath: clip }} aria-hidden="true" />
              <span className="tier">
                <b>{label(tier.label, `${format.number(tier.percent, 1)} %`)}</b>
                <span className="small"><span className="num">{t('people', { count: tier.customers, shown: format.number(tier.customers) })}</span> · <span className="money">{format.moneyShort({ amount: tier.amount, currency })}</span>{tier.share !== null && <span className="muted"> · {format.percent(tier.share)}</span>}</span>
              </span>
            </Link>
          </li>
        )
      })}
    </ol>
  )
}
