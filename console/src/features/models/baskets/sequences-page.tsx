import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { useUrlState } from '@/lib/url-state'
import { Card } from '@/ui/card'
import { DataTable } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { Figure } from '@/ui/figure'
import { Load, Skeleton } from '@/ui/load'
import { useSequences } from './api'
import { ByField, NumberField, ShareField } from './fields'
import { NoItems } from './no-items'
import type { Sequences } from './types'

const SHAPE = { asOf: '', by: 'sku', days: '60', least: '10', confidence: '0.1', sort: 'lift' }
const LONGEST = 730

/** What is bought after what, and who is in between right now. */
export default function SequencesPage() {
  const { t } = useTranslation('baskets')
  const [state, change] = useUrlState(SHAPE)
  const sequences = useSequences(state)
  return (
    <>
      <div className="filters">
        <ByField value={state.by} onChange={(by) => change({ by })} />
        <NumberField name={t('sequence.within')} value={Number(state.days)} least={1} most={LONGEST} step={10} onChange={(days) => change({ days: String(Math.round(days)) })} />
        <NumberField name={t('sequence.least')} value={Number(state.least)} least={1} step={5} onChange={(least) => change({ least: String(Math.round(least)) })} />
        <ShareField name={t('confidence')} value={state.confidence} least={0} step={5} onChange={(confidence) => change({ confidence })} />
      </div>
      <Load query={sequences} skeleton={<Skeleton height={480} />}>{(data) => <Loaded data={data} sort={state.sort} onSort={(sort) => change({ sort })} />}</Load>
    </>
  )
}

function Loaded({ data, sort, onSort }: { data: Sequences; sort: string; onSort: (sort: string) => void }) {
  const { t } = useTranslation('baskets')
  const format = useFormat()
  if (data.customers === 0) return <NoItems />
  if (data.rows.length === 0) return <EmptyState title={t('sequence.none')}>{t('sequence.noneHint')}</EmptyState>
  return (
    <Card flush title={t('sequence.title', { days: data.days })} hint={t('sequence.hint', { shown: format.number(data.rows.length), found: format.number(data.found), days: data.days })}>
      <DataTable
        label={t('sequence.title', { days: data.days })} rows={data.rows} rowKey={(row) => `${row.first.key}>${row.then.key}`} sort={`-${sort}`} onSort={(next) => onSort(next.replace('-', ''))}
        columns={[
          { key: 'rule', title: t('sequence.rule'), card: 'lead', render: (row) => <span>{row.first.name} <span aria-hidden="true">→</span> <span className="hidden-visually">{t('sequence.then')}</span> <b>{row.then.name}</b></span> },
          { key: 'waiting', title: t('sequence.waiting'), end: true, sort: 'waiting', render: (row) => <Figure value={row.waiting} open={row.openWaiting} asOf={data.asOf} label={t('sequence.waitingFor', { first: row.first.name, then: row.then.name, days: data.days })} /> },
          { key: 'followed', title: t('sequence.followed'), end: true, sort: 'followed', render: (row) => <Figure value={row.followed} open={row.openFollowed} asOf={data.asOf} label={t('sequence.followedBy', { first: row.first.name, then: row.then.name })} /> },
          { key: 'began', title: t('sequence.began'), end: true, render: (row) => <Figure value={row.began} open={row.openBegan} asOf={data.asOf} label={t('sequence.beganWith', { first: row.first.name })} /> },
          { key: 'support', title: t('support'), end: true, render: (row) => <span className="num">{format.percent(row.support, 2)}</span> },
          { key: 'confidence', title: t('confidence'), end: true, sort: 'confidence', render: (row) => <span className="num">{format.percent(row.confidence, 1)}</span> },
          { key: 'chance', title: t('sequence.chance'), end: true, render: (row) => <span className="num">{format.percent(row.chance, 1)}</span> },
          { key: 'lift', title: t('lift'), end: true, sort: 'lift', render: (row) => <span className="num">{format.number(row.lift, 2)}</span> },
        ]}
      />
    </Card>
  )
}
