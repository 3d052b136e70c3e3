import { useTranslation } from 'react-i18next'
import { DAYS } from '../types'

const HOURS = 24
const STEPS = 4

/** The hours of the week, the warmer the more was bought and answered then. */
export function WeekMap({ week }: { week: number[] }) {
  const { t } = useTranslation('portrait')
  const { t: customer } = useTranslation('customer')
  const top = Math.max(...week)
  if (!(top > 0)) return <p className="muted small">{t('noMoments')}</p>
  const step = (weight: number) => (weight === 0 ? 0 : Math.max(1, Math.ceil((weight / top) * STEPS)))
  const best = week.indexOf(top)
  const said = t('week', { day: customer(`day.${DAYS[Math.floor(best / HOURS)] ?? 'MON'}`), hour: String(best % HOURS).padStart(2, '0') })
  return (
    <div className="week-map" role="img" aria-label={said}>
      {DAYS.map((day, d) => (
        <div key={day} className="week-day">
          <span className="muted small">{customer(`dayShort.${day}`)}</span>
          {week.slice(d * HOURS, (d + 1) * HOURS).map((weight, hour) => <i key={`${day}-${hour}`} className={`w${step(weight)}`} />)}
        </div>
      ))}
      <div className="week-day axis"><span />{[0, 6, 12, 18].map((hour) => <span key={hour} className="muted small">{hour}</span>)}</div>
    </div>
  )
}
