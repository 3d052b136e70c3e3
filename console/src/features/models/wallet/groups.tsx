import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '@/lib/format'
import { ROUTES } from '@/lib/routes'
import { DataTable } from '@/ui/data-table'
import { Figure } from '@/ui/figure'
import { Load, Skeleton } from '@/ui/load'
import { Money } from '@/ui/money'
import { useGroups } from './api'

/** What is left to win in each audience, the most first. */
export function Groups({ asOf, currency }: { asOf: string; currency: string }) {
  const { t } = useTranslation('wallet')
  const format = useFormat()
  const groups = useGroups(asOf)
  return (
    <Load query={groups} skeleton={<Skeleton height={160} />}>
      {(rows) => (rows.length === 0
        ? <div className="stack tight in-flush"><p className="muted">{t('groups.none')}</p><Link to={ROUTES.newAudience}><Button>{t('groups.make')}</Button></Link></div>
        : (
          <DataTable
            label={t('groups.title')} rows={rows} rowKey={(row) => row.in}
            columns={[
              { key: 'name', title: t('groups.audience'), render: (row) => <Link to={`${ROUTES.audiences}/${row.id}`}>{row.name}</Link> },
              { key: 'customers', title: t('groups.customers'), end: true, render: (row) => <Figure value={row.customers} open={row.open} asOf={asOf} label={row.name} /> },
              { key: 'known', title: t('groups.known'), end: true, render: (row) => <Figure value={row.known} open={row.known > 0 ? row.openKnown : null} asOf={asOf} label={`${row.name}, ${t('groups.known')}`} /> },
              { key: 'own', title: t('own'), end: true, render: (row) => <Money short of={{ amount: row.own, currency }} /> },
              { key: 'category', title: t('category'), end: true, render: (row) => <Money short of={{ amount: row.category, currency }} /> },
              { key: 'room', title: t('room'), end: true, render: (row) => <Money short of={{ amount: row.category - row.own, currency }} /> },
              { key: 'share', title: t('groups.share'), end: true, render: (row) => <span className="num">{row.category > 0 ? format.percent(row.own / row.category, 1) : '–'}</span> },
            ]}
          />
        ))}
    </Load>
  )
}
