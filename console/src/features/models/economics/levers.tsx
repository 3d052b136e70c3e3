import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { DataTable } from '@/ui/data-table'
import { Figure } from '@/ui/figure'
import { Money } from '@/ui/money'
import type { Lever, Worth } from './types'

/** One per cent of each lever side by side: what it changes of a customer's value and of everybody's. */
export function Levers({ worth, currency, asOf }: { worth: Worth; currency: string; asOf: string }) {
  const { t } = useTranslation('economics')
  const format = useFormat()
  const percent = (share: number) => format.percent(share, 2)
  const money = (amount: number) => format.money({ amount: Math.round(amount), currency })
  const shown = (lever: Lever, value: number) => (lever.lever === 'retention' || lever.lever === 'discount' ? percent(value) : money(value))
  return (
    <>
      <DataTable
        label={t('levers.title')} rows={worth.changes} rowKey={(lever) => lever.lever}
        columns={[
          { key: 'lever', title: t('levers.lever'), card: 'lead', render: (lever) => t(`lever.${lever.lever}`) },
          { key: 'move', title: t('levers.move'), end: true, render: (lever) => <span className="num">{shown(lever, lever.from)} → {shown(lever, lever.to)}</span> },
          { key: 'each', title: t('levers.each'), end: true, render: (lever) => <Money of={{ amount: lever.each, currency }} /> },
          { key: 'elasticity', title: t('levers.elasticity'), end: true, render: (lever) => <span className="num">{lever.elasticity === null ? '–' : format.number(lever.elasticity, 2)}</span> },
          { key: 'customers', title: t('levers.customers'), end: true, render: (lever) => <Figure value={lever.customers} open={lever.open} asOf={asOf} label={`${t(`lever.${lever.lever}`)}, ${t('levers.customers')}`} /> },
          { key: 'all', title: t('levers.all'), end: true, render: (lever) => <Money of={{ amount: lever.all, currency }} /> },
        ]}
      />
      {!worth.changes.some((lever) => lever.lever === 'acquisition-cost') && <p className="hint muted">{t('levers.noAcquisition')}</p>}
    </>
  )
}
