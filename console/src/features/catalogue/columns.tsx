import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import type { Column } from '@/ui/data-table'
import { Money } from '@/ui/money'
import type { Product } from './api'
import { CostCell } from './cost-cell'

export function useProductColumns(): Column<Product>[] {
  const { t } = useTranslation('catalogue')
  const format = useFormat()
  const mayEdit = useCan('CATALOG_WRITE')
  const margin = (product: Product) =>
    product.price && product.cost && product.price.amount > 0 && product.price.currency === product.cost.currency
      ? format.percent(1 - product.cost.amount / product.price.amount)
      : '–'
  return [
    { key: 'name', title: t('column.name'), card: 'lead', render: (product) => <span><span className="strong">{product.name ?? product.sku}</span> <span className="muted small num">{product.sku}</span></span> },
    { key: 'category', title: t('column.category'), render: (product) => product.category ?? <span className="muted">–</span> },
    { key: 'price', title: t('column.price'), end: true, render: (product) => <Money of={product.price} plain /> },
    { key: 'cost', title: t('column.cost'), end: true, render: (product) => <CostCell key={product.cost?.amount} product={product} mayEdit={mayEdit} /> },
    { key: 'margin', title: t('column.margin'), end: true, render: (product) => <span className="num">{margin(product)}</span> },
    { key: 'sold', title: t('column.sold'), end: true, render: (product) => <span className="num">{format.number(product.sold)}</span> },
    { key: 'revenue', title: t('column.revenue'), end: true, render: (product) => <Money of={product.revenue} /> },
  ]
}
