import { AutoComplete, Checkbox, Form, Input, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from '@/ui/problem-alert'
import { useAddTag, useTags } from '../api'
import { DAYS, TAG_SOURCES } from '../types'

interface Values {
  category: string
  value: string
  source: string
  days?: string[]
  text?: string
}

export function TagDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('customer')
  const { t: common } = useTranslation()
  const add = useAddTag(id)
  const tags = useTags()
  const known = Array.isArray(tags.data) ? tags.data : (tags.data?.items ?? [])
  const [form] = Form.useForm<Values>()
  const category = Form.useWatch('category', form)
  const options = (values: string[]) => [...new Set(values)].map((value) => ({ value }))
  const submit = ({ days, text, ...tag }: Values) =>
    add.mutate({ ...tag, ...(days?.length || text ? { schedule: { days: days ?? [], text: text ?? null } } : {}) }, { onSuccess: onClose })
  const needed = [{ required: true, whitespace: true, message: t('needed') }]
  return (
    <Modal open title={t('tags.add')} okText={common('add')} cancelText={common('cancel')} confirmLoading={add.isPending} onOk={() => form.submit()} onCancel={onClose}>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit} initialValues={{ source: 'chat' }}>
        <Form.Item name="category" label={t('tags.category')} rules={needed}><AutoComplete options={options(known.map((tag) => tag.category))} showSearch={{ filterOption: true }} /></Form.Item>
        <Form.Item name="value" label={t('tags.value')} rules={needed}><AutoComplete options={options(known.filter((tag) => tag.category === category).map((tag) => tag.value))} showSearch={{ filterOption: true }} /></Form.Item>
        <Form.Item name="source" label={t('tags.source')}><Select options={TAG_SOURCES.filter((source) => source !== 'rule').map((value) => ({ value, label: t(`source.${value}`) }))} /></Form.Item>
        <Form.Item name="days" label={t('tags.days')}><Checkbox.Group options={DAYS.map((value) => ({ value, label: t(`day.${value}`) }))} /></Form.Item>
        <Form.Item name="text" label={t('tags.text')}><Input maxLength={100} /></Form.Item>
      </Form>
      {add.isError && <ProblemAlert error={add.error} />}
    </Modal>
  )
}
