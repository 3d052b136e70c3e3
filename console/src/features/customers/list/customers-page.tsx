import { Button, Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { ROUTES } from '@/lib/routes'
import { useSelectionName } from '@/lib/selections'
import { useUrlState } from '@/lib/url-state'
import { AsOfPicker } from '@/ui/as-of'
import { EmptyState } from '@/ui/empty-state'
import { ExportList } from '@/ui/export-list'
import { LinkButton } from '@/ui/link-button'
import { PageHeader } from '@/ui/page-header'
import { PagedTable } from '@/ui/paged-table'
import { RemovableChip } from '@/ui/removable-chip'
import { SaveList } from '@/ui/save-list'
import { SearchBox } from '@/ui/search-box'
import { ThreeDoors } from '@/ui/three-doors'
import { useCustomers, useTags } from '../api'
import { useCustomerColumns } from './columns'
import { TagMany } from './tag-many'
import '../customers.css'

const SHAPE = { q: '', in: [] as string[], asOf: '', tag: '', sort: '-recent', kind: '' }

export default function CustomersPage() {
  const { t } = useTranslation('customers')
  const { t: common } = useTranslation()
  const format = useFormat()
  const [state, change] = useUrlState(SHAPE)
  const customers = useCustomers(state)
  const columns = useCustomerColumns(state.asOf)
  const name = useSelectionName()
  const total = customers.data?.pages[0]?.total
  const filtered = Boolean(state.q || state.in.length || state.tag || state.kind)
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={<span aria-live="polite">{total === undefined ? ' ' : <><b className="list-total num" data-testid="total">{format.number(total)}</b> {t(filtered ? 'totalFiltered' : 'total', { count: total })}</>}</span>}
        actions={<>{Boolean(total) && state.in.length > 0 && !state.q && !state.tag && <TagMany chosen={state.in} asOf={state.asOf} count={total ?? 0} />}<AsOfPicker value={state.asOf} onChange={(asOf) => change({ asOf })} />{Boolean(total) && <><SaveList list={state} count={total ?? undefined} /><ExportList list={state} count={total ?? undefined} /></>}</>}
      />
      <div className="filters" role="group" aria-label={t('filters')}>
        <SearchBox value={state.q} onChange={(q) => change({ q }, true)} label={t('search')} placeholder={t('searchHint')} />
        <Segmented aria-label={t('kind.label')} value={state.kind} onChange={(kind) => change({ kind })} options={[{ value: '', label: t('kind.customers') }, { value: 'visitors', label: t('kind.visitors') }]} />
        <TagFilter value={state.tag} onChange={(tag) => change({ tag })} />
        <Select
          className="sort-select" aria-label={t('sort.label')} value={state.sort} onChange={(sort) => change({ sort })}
          options={['-recent', '-revenue', '-orders', '-lastOrder', '-clv', '-risk', 'recent'].map((value) => ({ value, label: t(`sort.${value.replace('-', 'most-')}`) }))}
        />
      </div>
      {(state.in.length > 0 || state.tag || state.asOf) && (
        <div className="filters" role="group" aria-label={t('chosen')}>
          {state.in.map((each) => <RemovableChip key={each} text={name(each)} onRemove={() => change({ in: state.in.filter((other) => other !== each) })} />)}
          {state.tag && <RemovableChip text={t('tagged', { tag: state.tag.replace(':', ' · ') })} onRemove={() => change({ tag: '' })} />}
          {state.asOf && <RemovableChip text={t('asOf', { date: format.moment(state.asOf) })} onRemove={() => change({ asOf: '' })} />}
          <Button type="link" size="small" onClick={() => change({ in: [], tag: '', asOf: '', q: '' })}>{common('clear')}</Button>
        </div>
      )}
      <div className="card flush">
        <PagedTable
          label={t('title')} query={customers} columns={columns} rowKey={(row) => row.id} opens
          sort={state.sort} onSort={(sort) => change({ sort })}
          empty={filtered || state.asOf
            ? <EmptyState title={t('nobody')} actions={<LinkButton to={ROUTES.customers}>{common('clear')}</LinkButton>}>{t('nobodyHint')}</EmptyState>
            : <div className="doors-box"><EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState><ThreeDoors /></div>}
        />
      </div>
    </>
  )
}

function TagFilter({ value, onChange }: { value: string; onChange: (tag: string) => void }) {
  const { t } = useTranslation('customers')
  const tags = useTags()
  const format = useFormat()
  const list = Array.isArray(tags.data) ? tags.data : (tags.data?.items ?? [])
  const categories = [...new Set(list.map((tag) => tag.category))]
  if (list.length === 0) return null
  return (
    <Select
      className="tag-select" allowClear showSearch aria-label={t('tagFilter')} placeholder={t('tagFilter')} value={value || undefined} onChange={(tag?: string) => onChange(tag ?? '')}
      options={categories.map((category) => ({
        label: category,
        options: list.filter((tag) => tag.category === category).map((tag) => ({ value: `${category}:${tag.value}`, label: `${tag.value} (${format.number(tag.customers)})` })),
      }))}
    />
  )
}
