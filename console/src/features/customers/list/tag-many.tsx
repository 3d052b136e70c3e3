import { TagsOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { AutoComplete, Button, Form, Modal, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { http, query } from '@/lib/http'
import { useJob } from '@/lib/jobs'
import { useCan } from '@/lib/session'
import { JobProgress } from '@/ui/job-progress'
import { Load, Skeleton } from '@/ui/load'
import { ProblemAlert } from '@/ui/problem-alert'
import { useTags } from '../api'
import { TAG_SOURCES } from '../types'

interface Values {
  verb: 'give' | 'take'
  category: string
  value: string
  source: string
}

/** Tags everybody of a selection, or takes a tag from them. */
export function TagMany({ chosen, asOf, count }: { chosen: string[]; asOf: string; count: number }) {
  const { t } = useTranslation('customers')
  const may = useCan('CUSTOMERS_WRITE')
  const [open, setOpen] = useState(false)
  if (!may) return null
  return (
    <>
      <Button icon={<TagsOutlined />} onClick={() => setOpen(true)}>{t('tagMany.button')}</Button>
      {open && <Dialog chosen={chosen} asOf={asOf} count={count} onClose={() => setOpen(false)} />}
    </>
  )
}

function Dialog({ chosen, asOf, count, onClose }: { chosen: string[]; asOf: string; count: number; onClose: () => void }) {
  const { t } = useTranslation('customers')
  const { t: customer } = useTranslation('customer')
  const { t: common } = useTranslation()
  const tags = useTags()
  const known = Array.isArray(tags.data) ? tags.data : (tags.data?.items ?? [])
  const begin = useMutation({ mutationFn: ({ verb, ...tag }: Values) => http.post<{ job: string }>(`/tags/bulk${query({ asOf })}`, { in: chosen, tag, remove: verb === 'take' }) })
  const job = useJob(begin.data?.job ?? null)
  const [form] = Form.useForm<Values>()
  const category = Form.useWatch('category', form)
  const options = (values: string[]) => [...new Set(values)].map((value) => ({ value }))
  const needed = [{ required: true, whitespace: true, message: customer('needed') }]
  return (
    <Modal
      open title={t('tagMany.title', { count })} onCancel={onClose}
      footer={begin.data ? <Button onClick={onClose}>{common('close')}</Button> : <><Button onClick={onClose}>{common('cancel')}</Button><Button type="primary" loading={begin.isPending} onClick={() => form.submit()}>{t('tagMany.do')}</Button></>}
    >
      {begin.data
        ? <Load query={job} skeleton={<Skeleton lines={2} />}>{(data) => <JobProgress job={data} />}</Load>
        : (
          <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => begin.mutate(values)} initialValues={{ verb: 'give', source: 'orders' }}>
            <Form.Item name="verb" label={t('tagMany.verb')}><Segmented options={[{ value: 'give', label: t('tagMany.give') }, { value: 'take', label: t('tagMany.take') }]} /></Form.Item>
            <Form.Item name="category" label={customer('tags.category')} rules={needed}><AutoComplete options={options(known.map((tag) => tag.category))} showSearch={{ filterOption: true }} /></Form.Item>
            <Form.Item name="value" label={customer('tags.value')} rules={needed}><AutoComplete options={options(known.filter((tag) => tag.category === category).map((tag) => tag.value))} showSearch={{ filterOption: true }} /></Form.Item>
            <Form.Item name="source" label={customer('tags.source')}><Select options={TAG_SOURCES.filter((source) => source !== 'rule').map((value) => ({ value, label: customer(`source.${value}`) }))} /></Form.Item>
          </Form>
        )}
      {begin.isError && <ProblemAlert error={begin.error} />}
    </Modal>
  )
}
