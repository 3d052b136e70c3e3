import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { useSession } from '@/lib/session'
import { Card } from '@/ui/card'
import { DataTable } from '@/ui/data-table'
import { Figure } from '@/ui/figure'
import { Money } from '@/ui/money'
import type { Way, Ways } from './ways-api'

/** What each plain way calls a lifetime value, and how far it is from the model over the same weeks. */
export function WaysTable({ page }: { page: Ways }) {
  const { t } = useTranslation('ways')
  const format = useFormat()
  const { workspace } = useSession()
  const currency = page.currency ?? workspace.currency
  const money = (amount: number) => format.money({ amount, currency })
  const how = (way: Way) => {
    if (way.lacks) return t(`lacks.${way.lacks}`)
    if (way.formula) return t('how.formula', { order: money(way.formula.averageOrder), yearly: format.number(way.formula.ordersYearly, 2), years: format.number(way.formula.years, 2), retention: format.percent(way.formula.retention, 1), margin: format.percent(page.rates.margin, 1) })
    return t(`how.${way.way}`, { months: page.average.length })
  }
  const distance = (amount: number | null | undefined) => (amount === null || amount === undefined ? <span className="muted">–</span> : <span className="num">{amount > 0 ? '+' : ''}{money(amount)}</span>)
  const { model } = page
  return (
    <Card title={t('title', { weeks: page.weeks })} hint={t(model ? 'hint' : 'hintAlone')}>
      <DataTable
        label={t('title', { weeks: page.weeks })} rows={page.ways} rowKey={(way) => way.way}
        columns={[
          { key: 'way', title: t('way'), card: 'lead', render: (way) => <><b>{t(`name.${way.way}`)}</b><br /><span className="muted">{how(way)}</span></> },
          { key: 'value', title: t('value'), end: true, render: (way) => (way.value === null ? <span className="muted">–</span> : <Money of={{ amount: way.value, currency }} />) },
          { key: 'each', title: t('ahead', { weeks: page.weeks }), end: true, render: (way) => (way.ahead ? <Money of={{ amount: Math.round(way.ahead.total / way.ahead.customers), currency }} /> : <span className="muted">–</span>) },
          { key: 'customers', title: t('customers'), end: true, render: (way) => (way.ahead ? <Figure value={way.ahead.customers} open={way.ahead.open} asOf={page.asOf} label={`${t(`name.${way.way}`)}, ${t('customers')}`} /> : <span className="muted">–</span>) },
          ...(model
            ? [
                { key: 'model', title: t('model'), end: true, render: (way: Way) => (way.ahead?.model === null || way.ahead === null ? <span className="muted">–</span> : <Money of={{ amount: Math.round(way.ahead.model / way.ahead.customers), currency }} />) },
                { key: 'difference', title: t('difference'), end: true, render: (way: Way) => distance(way.ahead?.difference) },
                { key: 'apart', title: t('apart'), end: true, render: (way: Way) => (way.ahead === null || way.ahead.apart === null ? <span className="muted">–</span> : <span className="num">{money(way.ahead.apart)}</span>) },
              ]
            : []),
        ]}
      />
      <ul className="economics-notes">
        {model && <li>{t('modelSays')} <Figure value={model.customers} open={model.open} asOf={page.asOf} label={t('scored')} /> {t('modelTotal')} <Money short of={{ amount: model.total, currency }} /></li>}
        <li>{t('rule.same', { margin: format.percent(page.rates.margin, 1), from: t(`from.${page.rates.marginFrom}`) })}</li>
        {model && <li>{t('rule.ahead')}</li>}
      </ul>
    </Card>
  )
}
