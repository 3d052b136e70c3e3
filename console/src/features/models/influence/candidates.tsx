import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '@/lib/format'
import { query } from '@/lib/http'
import { customerLink } from '@/lib/routes'
import { Card } from '@/ui/card'
import { DataTable } from '@/ui/data-table'
import { Figure } from '@/ui/figure'
import { Money } from '@/ui/money'
import type { Candidate, Influence } from './types'

/** Who brought most, with the reason for the role. */
export function Candidates({ page, currency, called }: { page: Influence; currency: string; called: (customer: string) => string }) {
  const { t } = useTranslation('influence')
  const format = useFormat()
  const why = (row: Candidate) => t(`reason.${row.role}`, { reach: format.number(row.reach), least: format.number(page.rule.kolReach), ordered: format.number(row.ordered), conversion: format.percent(row.ordered / Math.max(1, row.reach)), points: format.number(row.points, 1) })
  return (
    <Card flush title={t('candidates')} hint={t('candidatesHint', { discount: format.number(page.rule.generationDiscount, 2) })}>
      <DataTable
        label={t('candidates')} rows={page.candidates} rowKey={(row) => row.customer} opens
        columns={[
          { key: 'customer', title: t('who'), card: 'lead', render: (row) => <Link className="main-link" to={`${customerLink(`cus_${row.customer}`)}${query({ asOf: page.asOf })}`}>{called(row.customer)}</Link> },
          { key: 'role', title: t('roles'), render: (row) => <span className={`badge ${row.role === 'kol' ? 'warm' : row.role === 'koc' ? 'brand' : 'outline'}`}>{t(`roleShort.${row.role}`)}</span> },
          { key: 'why', title: t('why'), render: why },
          { key: 'rank', title: t('rank'), end: true, render: (row) => <span className="num">{t('rankOf', { rank: format.number(row.rank, 1) })}</span> },
          { key: 'joined', title: t('step.joined'), end: true, render: (row) => <Figure value={row.joined} open={row.joined > 0 ? row.openDirect : null} asOf={page.asOf} label={`${called(row.customer)}, ${t('step.joined')}`} /> },
          { key: 'ordered', title: t('step.ordered'), end: true, render: (row) => <Figure value={row.ordered} open={row.ordered > 0 ? row.openOrdered : null} asOf={page.asOf} label={`${called(row.customer)}, ${t('step.ordered')}`} /> },
          { key: 'under', title: t('under'), end: true, render: (row) => <Figure value={row.under} open={row.under > 0 ? row.openUnder : null} asOf={page.asOf} label={`${called(row.customer)}, ${t('under')}`} /> },
          { key: 'points', title: t('points'), end: true, render: (row) => <span className="num">{format.number(row.points, 1)}</span> },
          { key: 'carried', title: t('carried'), end: true, render: (row) => <Money of={{ amount: row.carried, currency }} /> },
        ]}
      />
    </Card>
  )
}
