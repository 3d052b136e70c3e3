import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { Card } from '@/ui/card'
import { DataTable } from '@/ui/data-table'
import { Figure } from '@/ui/figure'
import { useInterval } from './use-interval'
import type { After, Satisfaction } from './types'

interface Row extends After {
  name: string
}

function Rates({ label, rows, asOf }: { label: string; rows: Row[]; asOf: string }) {
  const { t } = useTranslation('satisfaction')
  const interval = useInterval()
  return (
    <DataTable
      label={label} rows={rows} rowKey={(row) => row.name}
      columns={[
        { key: 'who', title: t('who'), card: 'lead', render: (row) => row.name },
        { key: 'customers', title: t('customers'), end: true, render: (row) => <Figure value={row.customers.customers} open={row.customers.open} asOf={asOf} label={row.name} /> },
        { key: 'again', title: t('boughtAgain'), end: true, render: (row) => <Figure value={row.again.customers} open={row.again.open} asOf={asOf} label={`${row.name}, ${t('boughtAgain')}`} /> },
        { key: 'rate', title: t('rate'), end: true, render: (row) => <span className="num strong">{interval.share(row.rate.value)}</span> },
        { key: 'range', title: t('range'), end: true, render: (row) => <span className="num">{t('interval', { low: interval.share(row.rate.low), high: interval.share(row.rate.high) })}</span> },
      ]}
    />
  )
}

/** What satisfied and dissatisfied customers did next, and those who complained. */
export function Afterwards({ page }: { page: Satisfaction }) {
  const { t } = useTranslation('satisfaction')
  const format = useFormat()
  const interval = useInterval()
  const { recovery } = page
  return (
    <div className="columns stretch">
      {page.again.length > 0 && <Card className="c6" title={t('again')} hint={t('againHint', { days: page.days })}><Rates label={t('again')} asOf={page.asOf} rows={page.again.map((each) => ({ ...each, name: t(`attitude.${each.attitude}`) }))} /></Card>}
      {recovery && (
        <Card className="c6" title={t('recovery')} hint={t('recoveryHint', { days: page.days })}>
          <Rates
            label={t('recovery')} asOf={page.asOf}
            rows={[{ name: t('complained'), customers: recovery.complained, again: recovery.again, rate: recovery.rate }, ...recovery.answers.filter((each) => each.customers.customers > 0).map((each) => ({ ...each, name: t(`within.${each.within}`) }))]}
          />
          {recovery.expected !== null && <p className="muted">{t('others', { rate: interval.share(recovery.expected), count: format.number(recovery.others) })}</p>}
        </Card>
      )}
    </div>
  )
}
