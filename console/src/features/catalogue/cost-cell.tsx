import { CheckOutlined, CloseOutlined, EditOutlined } from '@ant-design/icons'
import { App, Button, InputNumber } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { decimals, useFormat } from '@/lib/format'
import { isProblem } from '@/lib/problem'
import { useSession } from '@/lib/session'
import { useChangeProduct, type Product } from './api'

/** The unit cost, edited where it stands; profit is known as soon as costs are. */
export function CostCell({ product, mayEdit }: { product: Product; mayEdit: boolean }) {
  const { t } = useTranslation('catalogue')
  const { t: common } = useTranslation()
  const format = useFormat()
  const { workspace } = useSession()
  const { message } = App.useApp()
  const change = useChangeProduct()
  const currency = product.cost?.currency ?? product.price?.currency ?? workspace.currency
  const unit = 10 ** decimals(currency)
  const [value, setValue] = useState<number | null>(null)
  const editing = value !== null
  const name = product.name ?? product.sku
  if (!editing) {
    return (
      <span className="row tight" style={{ justifyContent: 'flex-end' }}>
        {product.cost ? <span className="num">{format.money(product.cost)}</span> : <span className="warn badge">{t('unknown')}</span>}
        {mayEdit && <Button type="text" size="small" icon={<EditOutlined />} aria-label={t('editCost', { name })} onClick={() => setValue((product.cost?.amount ?? 0) / unit)} />}
      </span>
    )
  }
  const save = () =>
    change.mutate({ sku: product.sku, cost: Math.round(value * unit), currency }, {
      onSuccess: () => setValue(null),
      onError: (error) => void message.error(isProblem(error) ? error.message : String(error)),
    })
  return (
    <span className="row tight" style={{ justifyContent: 'flex-end', flexWrap: 'nowrap' }}>
      {/* eslint-disable-next-line jsx-a11y/no-autofocus -- the field replaces the button that was just pressed */}
      <InputNumber autoFocus size="small" min={0} value={value} onChange={(next) => setValue(next ?? 0)} onPressEnter={save} aria-label={t('costOf', { name })} suffix={currency} style={{ width: 122 }} />
      <Button size="small" type="primary" icon={<CheckOutlined />} aria-label={common('save')} loading={change.isPending} onClick={save} />
      <Button size="small" icon={<CloseOutlined />} aria-label={common('cancel')} onClick={() => setValue(null)} />
    </span>
  )
}
