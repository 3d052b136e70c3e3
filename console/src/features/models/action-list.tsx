import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { shortId, useFormat } from '@/lib/format'
import { query } from '@/lib/http'
import { customerLink } from '@/lib/routes'
import { useSession } from '@/lib/session'
import { Card } from '@/ui/card'
import { DataTable } from '@/ui/data-table'
import { Figure } from '@/ui/figure'
import { Money } from '@/ui/money'
import type { Action, ChurnView } from './types'
import { useReason } from './use-reason'

/** At risk and worth it, the most at stake first. */
export function ActionList({ view }: { view: ChurnView }) {
  const { t } = useTranslation('models')
  const format = useFormat()
  const reason = useReason()
  const { workspace } = useSession()
  const churn = view.page
  const currency = churn.currency ?? workspace.currency
  const called = new Map(view.customers.map((each) => [each.customer.replace(/^cus_/, ''), each]))
  const link = (action: Action) => `${customerLink(`cus_${action.customer}`)}${query({ asOf: churn.asOf })}`
  if (!churn.valueKnown) return <p className="badge warn notice">{t('churn.noValue')}</p>
  return (
    <Card flush title={t('churn.actions')} hint={t('churn.actionsHint')} extra={<Figure value={t('churn.allOfThem', { count: churn.worthwhile, shown: format.number(churn.worthwhile) })} open={churn.openWorthwhile} asOf={churn.asOf} />}>
      <DataTable
        label={t('churn.actions')} rows={churn.actions} rowKey={(row) => row.customer} opens
        columns={[
          { key: 'customer', title: t('customer'), card: 'lead', render: (row) => <Link className="main-link" to={link(row)}><Called of={called.get(row.customer)} id={row.customer} /></Link> },
          { key: 'risk', title: t('churn.risk'), end: true, render: (row) => <span className="num">{format.percent(row.risk, 1)}</span> },
          { key: 'why', title: t('churn.why'), render: (row) => <span>{[row.reason, row.reason2].map(reason).filter(Boolean).join(' · ') || '–'}</span> },
          { key: 'overdue', title: t('churn.overdue'), end: true, render: (row) => <span className="num">{t('churn.times', { times: format.number(row.overdue, 1) })}</span> },
          { key: 'value', title: t('value.short'), end: true, render: (row) => <Money of={{ amount: row.value, currency }} /> },
          { key: 'stake', title: t('churn.stake'), end: true, render: (row) => <Money of={{ amount: row.stake, currency }} /> },
        ]}
      />
    </Card>
  )
}

function Called({ of, id }: { of: ChurnView['customers'][number] | undefined; id: string }) {
  if (of?.name) return <>{of.name}</>
  return <span className="num">{of?.identities[0]?.masked ?? shortId(id)}</span>
}
