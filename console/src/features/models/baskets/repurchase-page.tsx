import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { useUrlState } from '@/lib/url-state'
import { Card } from '@/ui/card'
import { DataTable } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { Figure } from '@/ui/figure'
import { Load, Skeleton } from '@/ui/load'
import { Tile } from '@/ui/tile'
import { useRepurchase } from './api'
import { ComeBack } from './come-back'
import { ByField } from './fields'
import { NoItems } from './no-items'
import type { Repurchase, RepurchasePage as Page } from './types'

const SHAPE = { asOf: '', by: 'sku', item: '' }

/** How soon customers come back for a product, and whose last purchase runs out. */
export default function RepurchasePage() {
  const [state, change] = useUrlState(SHAPE)
  const page = useRepurchase({ by: state.by, asOf: state.asOf })
  return (
    <>
      <div className="filters"><ByField value={state.by} onChange={(by) => change({ by, item: '' })} /></div>
      <Load query={page} skeleton={<Skeleton height={480} />}>{(data) => <Loaded page={data} item={state.item} onItem={(item) => change({ item })} />}</Load>
    </>
  )
}

function Loaded({ page, item, onItem }: { page: Page; item: string; onItem: (item: string) => void }) {
  const { t } = useTranslation('baskets')
  const format = useFormat()
  if (page.items === 0) return <NoItems />
  if (page.replenished === 0) return <EmptyState title={t('repurchase.none')}>{t('repurchase.noneHint')}</EmptyState>
  const lasting = page.rows.filter((row) => row.replenishes)
  const others = page.rows.filter((row) => !row.replenishes)
  return (
    <div className="stack">
      <div className="tiles three">
        <Tile name={t('repurchase.due')} value={format.number(page.due)} open={page.openDue} asOf={page.asOf} foot={t('repurchase.dueFoot')} />
        <Tile name={t('repurchase.overdue')} value={format.number(page.overdue)} open={page.openOverdue} asOf={page.asOf} warm foot={t('repurchase.overdueFoot')} />
        <Tile name={t('repurchase.products')} value={format.number(page.replenished)} foot={t('repurchase.productsFoot', { items: format.number(page.items) })} />
      </div>
      <ComeBack rows={lasting} item={item} onItem={onItem} />
      <Items title={t('repurchase.again')} hint={t('repurchase.againHint')} rows={lasting} asOf={page.asOf} due />
      {others.length > 0 && <Items title={t('repurchase.rarely')} hint={t('repurchase.rarelyHint')} rows={others.slice(0, 20)} asOf={page.asOf} />}
    </div>
  )
}

function Items({ title, hint, rows, asOf, due }: { title: string; hint: string; rows: Repurchase[]; asOf: string; due?: boolean }) {
  const { t } = useTranslation('baskets')
  const format = useFormat()
  const days = (row: Repurchase, value: number | null) => (value === null ? '–' : t(row.perUnit ? 'repurchase.daysEach' : 'repurchase.days', { days: format.number(value, value < 10 ? 1 : 0) }))
  return (
    <Card flush title={title} hint={hint}>
      <DataTable
        label={title} rows={rows} rowKey={(row) => row.item.key}
        columns={[
          { key: 'item', title: t('repurchase.product'), card: 'lead', render: (row) => <span>{row.item.name}{row.category && <span className="muted small block">{row.category}</span>}</span> },
          ...(due
            ? [
              { key: 'due', title: t('repurchase.due'), end: true, render: (row: Repurchase) => <Figure value={row.due} open={row.openDue} asOf={asOf} label={`${t('repurchase.due')}: ${row.item.name}`} /> },
              { key: 'overdue', title: t('repurchase.overdue'), end: true, render: (row: Repurchase) => <Figure value={row.overdue} open={row.openOverdue} asOf={asOf} label={`${t('repurchase.overdue')}: ${row.item.name}`} /> },
            ]
            : []),
          { key: 'median', title: t('repurchase.median'), end: true, render: (row) => <span className="num">{days(row, row.median)}</span> },
          { key: 'half', title: t('repurchase.half'), end: true, render: (row) => <span className="num">{row.lower === null || row.upper === null ? '–' : `${format.number(row.lower, 0)} – ${format.number(row.upper, 0)}`}</span> },
          { key: 'year', title: t('repurchase.year'), end: true, render: (row) => <span className="num">{format.percent(row.withinYear)}</span> },
          { key: 'buyers', title: t('repurchase.buyers'), end: true, render: (row) => <Figure value={row.buyers} open={row.openBuyers} asOf={asOf} label={`${t('repurchase.buyers')}: ${row.item.name}`} /> },
          { key: 'again', title: t('repurchase.twice'), end: true, render: (row) => <Figure value={row.again} open={row.openAgain} asOf={asOf} label={`${t('repurchase.twice')}: ${row.item.name}`} /> },
        ]}
      />
    </Card>
  )
}
