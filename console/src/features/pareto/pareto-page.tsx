import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { useSession } from '@/lib/session'
import { useUrlState } from '@/lib/url-state'
import { AsOfPicker } from '@/ui/as-of'
import { Card } from '@/ui/card'
import { DataTable } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { Figure } from '@/ui/figure'
import { Load, Skeleton } from '@/ui/load'
import { Money } from '@/ui/money'
import { OldData } from '@/ui/old-data'
import { PageHeader } from '@/ui/page-header'
import { ThreeDoors } from '@/ui/three-doors'
import { usePareto, type Pareto } from './api'
import { Lorenz } from './lorenz'
import { Pyramid } from './pyramid'
import './pareto.css'

const SHAPE = { measure: 'revenue', asOf: '' }

export default function ParetoPage() {
  const { t } = useTranslation('pareto')
  const [state, change] = useUrlState(SHAPE)
  const pareto = usePareto(state.measure, state.asOf)
  return (
    <>
      <PageHeader
        title={t('title')} lead={t('lead')}
        actions={(
          <>
            <Segmented aria-label={t('measure')} value={state.measure} onChange={(measure) => change({ measure })} options={['revenue', 'profit'].map((value) => ({ value, label: t(value) }))} />
            <AsOfPicker value={state.asOf} onChange={(asOf) => change({ asOf })} />
          </>
        )}
      />
      <OldData asOf={state.asOf} onLook={(asOf) => change({ asOf })} />
      <Load query={pareto} skeleton={<Skeleton height={480} />}>{(data) => <Loaded pareto={data} profit={state.measure === 'profit'} asked={state.asOf} />}</Load>
    </>
  )
}

function Loaded({ pareto, profit, asked }: { pareto: Pareto; profit: boolean; asked: string }) {
  const { t } = useTranslation('pareto')
  const format = useFormat()
  const { workspace } = useSession()
  const asOf = pareto.asOf ?? asked
  const currency = pareto.currency ?? workspace.currency
  if (pareto.customers === 0 || pareto.curve.length === 0) {
    return profit
      ? <EmptyState title={t('noProfit')}>{t('noProfitHint')}</EmptyState>
      : <div className="stack"><EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState><ThreeDoors /></div>
  }
  return (
    <div className="stack">
      <div className="columns stretch">
        <Card className="c7" title={t('curve')} hint={t('curveHint')}><Lorenz pareto={pareto} asOf={asOf} currency={currency} /></Card>
        <Card className="c5" title={t('pyramid')} hint={t('pyramidHint')}><Pyramid pareto={pareto} asOf={asOf} currency={currency} /></Card>
      </div>
      <Card flush title={t('top')} hint={t('eighty', { shown: format.number(pareto.customersFor80), percent: format.percent(pareto.customersFor80 / pareto.customers, 1) })}>
        <DataTable
          label={t('top')} cards={false} rows={pareto.top} rowKey={(row) => String(row.percent)}
          columns={[
            { key: 'percent', title: t('column.best'), render: (row) => <span className="strong">{t('best', { percent: format.number(row.percent, 1) })}</span> },
            { key: 'customers', title: t('column.customers'), end: true, render: (row) => <Figure value={row.customers} open={row.open ?? `in=pareto.top:${pareto.measure}-${row.percent}`} asOf={asOf} label={t('best', { percent: row.percent })} /> },
            { key: 'share', title: t('column.share'), end: true, render: (row) => (row.share === null ? '–' : <span className="share-cell"><span className="bar" aria-hidden="true"><i style={{ width: `${Math.min(100, row.share * 100)}%` }} /></span><span className="num">{format.percent(row.share, 1)}</span></span>) },
            { key: 'amount', title: t(profit ? 'profit' : 'revenue'), end: true, render: (row) => <Money of={{ amount: row.amount, currency }} short /> },
          ]}
        />
      </Card>
    </div>
  )
}
