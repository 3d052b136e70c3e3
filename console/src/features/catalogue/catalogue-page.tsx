import { Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { ROUTES } from '@/lib/routes'
import { useUrlState } from '@/lib/url-state'
import { DataTable } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { Load } from '@/ui/load'
import { PageHeader } from '@/ui/page-header'
import { PagedTable } from '@/ui/paged-table'
import { SearchBox } from '@/ui/search-box'
import { CATALOGUE_SHAPE, useCategories, usePlaces, useProducts } from './api'
import { useProductColumns } from './columns'

const TABS = ['products', 'stores', 'channels'] as const

export default function CataloguePage() {
  const { t } = useTranslation('catalogue')
  const [state, change] = useUrlState(CATALOGUE_SHAPE)
  return (
    <>
      <PageHeader
        title={t('title')} lead={t('lead')}
        actions={<Segmented aria-label={t('title')} value={state.tab} onChange={(tab) => change({ tab })} options={TABS.map((value) => ({ value, label: t(`tab.${value}`) }))} />}
      />
      {state.tab === 'stores' || state.tab === 'channels' ? <Places kind={state.tab} /> : <Products q={state.q} category={state.category} onChange={change} />}
    </>
  )
}

interface ProductsProps {
  q: string
  category: string
  onChange: (part: { q?: string; category?: string }, replace?: boolean) => void
}

function Products({ q, category, onChange }: ProductsProps) {
  const { t } = useTranslation('catalogue')
  const { t: common } = useTranslation()
  const format = useFormat()
  const products = useProducts(q, category)
  const categories = useCategories()
  const columns = useProductColumns()
  return (
    <>
      <div className="filters" role="group" aria-label={t('filters')}>
        <SearchBox value={q} onChange={(text) => onChange({ q: text }, true)} label={t('search')} />
        <Select
          allowClear aria-label={t('category')} placeholder={t('category')} value={category || undefined} onChange={(name?: string) => onChange({ category: name ?? '' })} style={{ minWidth: 190 }}
          options={(categories.data ?? []).map(({ name, products: count }) => ({ value: name, label: `${name} (${format.number(count)})` }))}
        />
      </div>
      <div className="card flush">
        <PagedTable
          label={t('tab.products')} query={products} columns={columns} rowKey={(product) => product.sku}
          empty={q || category
            ? <EmptyState title={t('nothing')} actions={<LinkButton to={ROUTES.catalogue}>{common('clear')}</LinkButton>} />
            : <EmptyState title={t('empty')} actions={<LinkButton type="primary" to={ROUTES.newImport}>{t('import')}</LinkButton>}>{t('emptyHint')}</EmptyState>}
        />
      </div>
    </>
  )
}

function Places({ kind }: { kind: 'stores' | 'channels' }) {
  const { t } = useTranslation('catalogue')
  const places = usePlaces(kind)
  return (
    <Load query={places}>
      {(list) => (list.length === 0
        ? <EmptyState title={t(`no.${kind}`)}>{t('placesHint')}</EmptyState>
        : (
          <div className="card flush">
            <DataTable
              label={t(`tab.${kind}`)} rows={list} rowKey={(place) => place.code ?? place.key ?? place.name ?? ''} cards={false}
              columns={[
                { key: 'name', title: t('column.name'), render: (place) => <span className="strong">{place.name ?? place.code ?? place.key}</span> },
                { key: 'code', title: t('column.code'), render: (place) => <code className="muted">{place.code ?? place.key}</code> },
              ]}
            />
          </div>
        ))}
    </Load>
  )
}
