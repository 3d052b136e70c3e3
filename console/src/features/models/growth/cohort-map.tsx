import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '@/lib/format'
import { openLink } from '@/lib/routes'
import { Card } from '@/ui/card'
import { Figure } from '@/ui/figure'
import { heatStep } from '@/ui/heat'
import type { Cell, Cohorts } from './api'

interface Props {
  cohorts: Cohorts
  show: string
  onShow: (show: string) => void
}

type Cohort = Cohorts['months'][number]

/** Who first bought in one month, and how many of them were there in each month after it. */
export function CohortMap({ cohorts, show, onShow }: Props) {
  const { t } = useTranslation('growth')
  const format = useFormat()
  const months = [...cohorts.months].reverse()
  const longest = Math.max(0, ...months.map((month) => month.cells.length))
  const warmth = (cohort: Cohort, cell: Cell) => (show === 'revenue' ? Math.max(0, cell.revenue / cohort.customers) : cell.active / cohort.customers)
  const top = Math.max(0, ...months.flatMap((month) => month.cells.filter((cell) => show === 'revenue' || cell.after > 0).map((cell) => warmth(month, cell))))
  const worth = (amount: number) => (cohorts.currency ? format.moneyShort({ amount, currency: cohorts.currency }) : format.compact(amount))
  const text = (cohort: Cohort, cell: Cell) => (show === 'revenue' ? worth(cell.revenue / cohort.customers) : show === 'customers' ? format.number(cell.active) : format.percent(cell.active / cohort.customers))
  return (
    <Card title={t('cohorts')} hint={t('cohortsHint', { customers: format.number(cohorts.customers) })} extra={<Segmented size="small" aria-label={t('show')} value={show} onChange={onShow} options={['share', 'customers', 'revenue'].map((value) => ({ value, label: t(`shows.${value}`) }))} />}>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reachable by keyboard */}
      <div className="heat-box" role="group" aria-label={t('cohorts')} tabIndex={0}>
        <table className="heat-table cohort-table">
          <caption className="hidden-visually">{t('cohorts')}</caption>
          <thead><tr><th scope="col">{t('month')}</th><th scope="col">{t('customers')}</th>{Array.from({ length: longest }, (_, after) => <th key={after} scope="col">{after}</th>)}</tr></thead>
          <tbody>
            {months.map((cohort) => (
              <tr key={cohort.month}>
                <th scope="row">{format.month(cohort.month.slice(0, 7))}</th>
                <td className="end"><Figure value={cohort.customers} open={cohort.open} asOf={cohorts.asOf} label={format.month(cohort.month.slice(0, 7))} /></td>
                {cohort.cells.map((cell) => (
                  <td key={cell.after}>
                    {cell.active > 0
                      ? (
                        <Link className={`rfm-cell heat-${heatStep(warmth(cohort, cell), top)} ${cell.partial ? 'partial' : ''}`} to={openLink(cell.open, cohorts.asOf)}>
                          <span className="num">{text(cohort, cell)}</span>
                          <span className="hidden-visually"> {t('cell', { month: format.month(cohort.month.slice(0, 7)), after: cell.after, active: format.number(cell.active), worth: worth(cell.revenue) })}</span>
                        </Link>
                      )
                      : <span className="rfm-cell heat-0 zero" aria-hidden="true"><span className="num">{show === 'revenue' ? text(cohort, cell) : '·'}</span></span>}
                  </td>
                ))}
              </tr>
            ))}
            {show !== 'revenue' && (
              <tr>
                <th scope="row">{t('average')}</th><td />
                {cohorts.averages.map((share, after) => <td key={after} className="average num">{format.percent(share)}</td>)}
              </tr>
            )}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
