import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { foremost } from '@/lib/foremost'
import { useLabel } from '@/lib/i18n'
import { customerLink, purchasesLink } from '@/lib/routes'
import type { Column } from '@/ui/data-table'
import { Figure } from '@/ui/figure'
import { Money } from '@/ui/money'
import { When } from '@/ui/when'
import { IdentityText } from '../identity-text'
import { RfmBadge } from '../rfm-badge'
import type { CustomerRow } from '../types'

const TAGS_SHOWN = 2

export function useCustomerColumns(asOf: string): Column<CustomerRow>[] {
  const { t } = useTranslation('customers')
  const { t: common } = useTranslation()
  const label = useLabel()
  return useMemo(() => [
    {
      key: 'who', title: t('column.who'), card: 'lead',
      render: (row) => (
        <span className="who">
          <span className="avatar" aria-hidden="true">{(row.name ?? '·').slice(0, 1)}</span>
          <span className="who-text">
            <Link className="main-link" to={`${customerLink(row.id)}${asOf ? `?asOf=${asOf}` : ''}`}>{row.erased ? t('erased') : (row.name ?? common('unnamed'))}</Link>
            <IdentityText of={foremost(row.identities)} />
          </span>
        </span>
      ),
    },
    { key: 'stage', title: t('column.stage'), render: (row) => (row.stage ? <span className={`badge stage-${row.stage.stage}`}>{label(row.stage.label, row.stage.stage)}</span> : <span className="muted">–</span>) },
    { key: 'rfm', title: 'RFM', render: (row) => <RfmBadge of={row.rfm} /> },
    {
      key: 'tags', title: t('column.tags'), card: 'none',
      render: (row) => (
        <span className="row tight">
          {row.tags.slice(0, TAGS_SHOWN).map((tag) => <span key={tag.category + tag.value} className="badge outline" title={tag.category}>{tag.value}</span>)}
          {row.tags.length > TAGS_SHOWN && <span className="muted small">+{row.tags.length - TAGS_SHOWN}</span>}
        </span>
      ),
    },
    { key: 'orders', title: t('column.orders'), end: true, sort: 'orders', render: (row) => <Figure value={row.value?.orders ?? 0} open={row.value?.orders ? purchasesLink(row.id, asOf) : null} label={t('column.orders')} /> },
    { key: 'revenue', title: t('column.revenue'), end: true, sort: 'revenue', render: (row) => <Money of={row.value?.revenue} /> },
    { key: 'last', title: t('column.lastOrder'), end: true, sort: 'lastOrder', render: (row) => <When at={row.value?.lastOrderAt} /> },
    { key: 'seen', title: t('column.lastSeen'), end: true, sort: 'recent', card: 'none', render: (row) => <When at={row.lastSeenAt} /> },
  ], [t, common, label, asOf])
}
