import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { Card } from '@/ui/card'
import { DataTable } from '@/ui/data-table'
import type { NextReport } from './types'

/** Offers held against the last visit of customers, beside popularity and chance. */
export function NextProof({ report }: { report: NextReport }) {
  const { t } = useTranslation('baskets')
  const format = useFormat()
  const rows = [...report.qualities, report.chance]
  return (
    <Card flush title={t('next.proof')} hint={<>{t('next.proofHint', { tested: format.number(report.tested) })}<br />{t(report.method === 'popular' ? 'next.popularWins' : 'next.wins', { method: t(`next.method.${report.method}`) })}</>}>
      <DataTable
        label={t('next.proof')} rows={rows} rowKey={(row) => row.method}
        columns={[
          { key: 'method', title: t('next.way'), card: 'lead', render: (row) => <span>{t(`next.method.${row.method}`)} {row.method === report.method && <span className="badge good">{t('next.used')}</span>}</span> },
          ...([['hit1', 1], ['hit3', 3], ['hit5', 5], ['hit10', 10]] as const).map(([key, count]) => ({ key, title: t('next.hitAt', { count }), end: true, render: (row: NextReport['chance']) => <span className="num">{format.percent(row[key], 1)}</span> })),
          { key: 'mrr', title: t('next.reciprocal'), end: true, render: (row) => <span className="num">{format.number(row.reciprocalRank, 3)}</span> },
        ]}
      />
    </Card>
  )
}
