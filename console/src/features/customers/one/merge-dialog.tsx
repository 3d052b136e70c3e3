import { App, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { foremost } from '@/lib/foremost'
import { shortId, useFormat } from '@/lib/format'
import { ProblemAlert } from '@/ui/problem-alert'
import { useCustomers, useMerge } from '../api'
import type { Customer, CustomerRow } from '../types'

interface Values {
  member: string
  reason: string
}

/** Takes another customer into this one; both are shown before anything happens. */
export function MergeDialog({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const { t } = useTranslation('customer')
  const { t: common } = useTranslation()
  const { message } = App.useApp()
  const merge = useMerge(customer.id)
  const [q, setQ] = useState('')
  const found = useCustomers({ q, in: [], asOf: '', tag: '', sort: '-recent' })
  const others = (found.data?.pages[0]?.items ?? []).filter((row) => row.id !== customer.id).slice(0, 20)
  const [form] = Form.useForm<Values>()
  const member = Form.useWatch('member', form)
  const other = others.find((row) => row.id === member)
  const submit = (values: Values) =>
    merge.mutate(values, {
      onSuccess: () => {
        void message.success(t('merge.done'))
        onClose()
      },
    })
  return (
    <Modal open title={t('merge.open')} okText={t('merge.do')} cancelText={common('cancel')} confirmLoading={merge.isPending} onOk={() => form.submit()} onCancel={onClose}>
      <p className="muted">{t('merge.text')}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit} style={{ marginTop: 14 }}>
        <Form.Item name="member" label={t('merge.other')} rules={[{ required: true, message: t('needed') }]}>
          <Select
            showSearch={{ filterOption: false, onSearch: setQ }} loading={found.isFetching} placeholder={t('merge.search')}
            options={others.map((row) => ({ value: row.id, label: `${row.name ?? common('unnamed')} · ${foremost(row.identities)?.masked ?? shortId(row.id)}` }))}
          />
        </Form.Item>
        {other && <div className="row compare"><Side row={customer} /><span aria-hidden="true">＋</span><Side row={other} /></div>}
        <Form.Item name="reason" label={t('reason')} rules={[{ required: true, whitespace: true, message: t('reasonNeeded') }]}><Input maxLength={200} /></Form.Item>
      </Form>
      {merge.isError && <ProblemAlert error={merge.error} />}
    </Modal>
  )
}

function Side({ row }: { row: Pick<CustomerRow, 'name' | 'identities' | 'value'> }) {
  const { t } = useTranslation('customer')
  const { t: common } = useTranslation()
  const format = useFormat()
  return (
    <div className="side-box">
      <p className="strong">{row.name ?? common('unnamed')}</p>
      <p className="muted small num">{foremost(row.identities)?.masked}</p>
      <p className="small">{t('merge.orders', { count: row.value?.orders ?? 0 })} · {row.value ? format.money(row.value.revenue) : '–'}</p>
    </div>
  )
}
