import { App, Button, Drawer, Form, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Skeleton } from '@/ui/load'
import { ProblemAlert } from '@/ui/problem-alert'
import { useFoundProducts, useKnownCategories, useNeverOffered, useSaveNeverOffered } from './api'
import type { NeverOffered } from './types'

/** Products and categories that nobody is offered. */
export function NeverDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('baskets')
  const { t: common } = useTranslation()
  const never = useNeverOffered()
  const [form] = Form.useForm<NeverOffered>()
  const save = useSaveNeverOffered()
  const { message } = App.useApp()
  const submit = (settings: NeverOffered) => save.mutate(settings, {
    onSuccess: () => {
      void message.success(common('saved'))
      onClose()
    },
  })
  return (
    <Drawer open onClose={onClose} title={t('never.title')} size={420} footer={<div className="row"><Button type="primary" disabled={!never.data} loading={save.isPending} onClick={() => form.submit()}>{common('save')}</Button><Button onClick={onClose}>{common('cancel')}</Button></div>}>
      <p className="muted">{t('never.hint')}</p>
      {never.isError && <ProblemAlert error={never.error} />}
      {never.isPending && <Skeleton height={160} />}
      {never.data && (
        <Form form={form} layout="vertical" requiredMark={false} onFinish={submit} initialValues={never.data}>
          {save.isError && <ProblemAlert error={save.error} />}
          <Form.Item name="products" label={t('never.products')} extra={t('never.productsHint')}><Products /></Form.Item>
          <Form.Item name="categories" label={t('never.categories')}><Categories /></Form.Item>
        </Form>
      )}
    </Drawer>
  )
}

interface Chosen {
  id?: string
  value?: string[]
  onChange?: (value: string[]) => void
}

function Products(chosen: Chosen) {
  const [text, setText] = useState('')
  const found = useFoundProducts(useDeferredValue(text))
  return <Select {...chosen} mode="multiple" showSearch={{ filterOption: false, onSearch: setText }} loading={found.isFetching} options={(found.data?.items ?? []).map((each) => ({ value: each.sku, label: each.name ? `${each.name} (${each.sku})` : each.sku }))} />
}

function Categories(chosen: Chosen) {
  const known = useKnownCategories()
  return <Select {...chosen} mode="multiple" options={(known.data ?? []).map((each) => ({ value: each.name, label: each.name }))} />
}
