import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { useUrlState } from '@/lib/url-state'
import { Card } from '@/ui/card'
import { DataTable } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { Figure } from '@/ui/figure'
import { Load, Skeleton } from '@/ui/load'
import { useBundles } from './api'
import { ByField, ShareField } from './fields'
import { NoItems } from './no-items'
import type { Bundle, Bundles } from './types'

const SHAPE = { asOf: '', by: 'sku', support: '0.005' }

/** What could be sold as one, at what price, and to whom. */
export default function BundlesPage() {
  const { t } = useTranslation('baskets')
  const [state, change] = useUrlState(SHAPE)
  const bundles = useBundles(state)
  return (
    <>
      <div className="filters">
        <ByField value={state.by} onChange={(by) => change({ by })} />
        <ShareField name={t('support')} value={state.support} least={0.1} step={0.1} onChange={(support) => change({ support })} />
      </div>
      <Load query={bundles} skeleton={<Skeleton height={480} />}>{(data) => <Loaded data={data} />}</Load>
    </>
  )
}

function Loaded({ data }: { data: Bundles }) {
  const { t } = useTranslation('baskets')
  const format = useFormat()
  if (data.visits === 0) return <NoItems />
  if (data.rows.length === 0) return <EmptyState title={t('bundle.none')}>{t('bundle.noneHint')}</EmptyState>
  const money = (amount: number) => (data.currency ? format.money({ amount, currency: data.currency }) : format.number(amount))
  const names = (row: Bundle) => row.items.map((item) => item.name).join(' + ')
  return (
    <Card flush title={t('bundle.title')} hint={t('bundle.hint', { shown: format.number(data.rows.length), found: format.number(data.found) })}>
      <DataTable
        label={t('bundle.title')} rows={data.rows} rowKey={(row) => row.items.map((item) => item.key).join('+')}
        columns={[
          { key: 'items', title: t('bundle.items'), card: 'lead', render: (row) => <span>{names(row)} {row.maximal && <span className="badge" title={t('bundle.maximalHint')}>{t('bundle.maximal')}</span>}</span> },
          { key: 'missing', title: t('bundle.missing'), end: true, render: (row) => <Figure value={row.missing} open={row.openMissing} asOf={data.asOf} label={`${t('bundle.missing')}: ${names(row)}`} /> },
          { key: 'all', title: t('bundle.all'), end: true, render: (row) => <Figure value={row.all} open={row.openAll} asOf={data.asOf} label={`${t('bundle.all')}: ${names(row)}`} /> },
          { key: 'count', title: t('bundle.count'), end: true, render: (row) => <span className="num">{format.number(row.count)}</span> },
          { key: 'support', title: t('support'), end: true, render: (row) => <span className="num">{format.percent(row.support, 2)}</span> },
          { key: 'lift', title: t('lift'), end: true, render: (row) => <span className="num">{format.number(row.lift, 1)}</span> },
          { key: 'singles', title: t('bundle.singles'), end: true, render: (row) => <span className="num">{money(row.singles)}</span> },
          { key: 'together', title: t('bundle.together'), end: true, render: (row) => <span className="num">{money(row.together)}</span> },
          { key: 'margin', title: t('bundle.margin'), end: true, render: (row) => <span className="num">{row.margin === null ? '–' : money(row.margin)}</span> },
        ]}
      />
    </Card>
  )
}
