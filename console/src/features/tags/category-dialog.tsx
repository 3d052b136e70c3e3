import { Checkbox, Form, Input, Modal, Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from '@/ui/problem-alert'
import { useDefine, type Category } from './api'

interface Props {
  category?: Category
  all: Category[]
  onClose: () => void
}

interface Values {
  name: string
  parent?: string
  kind: 'one' | 'many'
  strict: boolean
  archived: boolean
  colour: string
  description?: string
}

const PLAIN = '#9ca9a9'

export function CategoryDialog({ category, all, onClose }: Props) {
  const { t } = useTranslation('tags')
  const { t: common } = useTranslation()
  const define = useDefine()
  const [form] = Form.useForm<Values>()
  const submit = ({ name, parent, kind, strict, archived, colour, description }: Values) =>
    define.mutate({ id: category?.id, name, parent: parent ?? null, oneOf: kind === 'one', strict, archived, colour, description: description || null }, { onSuccess: onClose })
  return (
    <Modal open title={category ? t('editOf', { name: category.name }) : t('newCategory')} okText={common('save')} cancelText={common('cancel')} confirmLoading={define.isPending} onOk={() => form.submit()} onCancel={onClose}>
      <Form
        form={form} layout="vertical" requiredMark={false} onFinish={submit}
        initialValues={{
          name: category?.name ?? '', parent: category?.parent ?? undefined, kind: category?.oneOf ? 'one' : 'many', strict: category?.strict ?? false, archived: category?.archived ?? false,
          colour: category?.colour ?? PLAIN, description: category?.description ?? '',
        }}
      >
        <Form.Item name="name" label={t('name')} rules={[{ required: true, whitespace: true, message: t('needed') }]}><Input maxLength={100} disabled={category !== undefined} /></Form.Item>
        <Form.Item name="kind" label={t('bears')} extra={t('bearsHint')}><Segmented options={[{ value: 'many', label: t('manyOf') }, { value: 'one', label: t('oneOf') }]} /></Form.Item>
        <Form.Item name="strict" valuePropName="checked"><Checkbox>{t('strictLong')}</Checkbox></Form.Item>
        <Form.Item name="parent" label={t('parent')}><Select allowClear options={all.filter((one) => one.id !== category?.id).map((one) => ({ value: one.id, label: one.name }))} /></Form.Item>
        <Form.Item name="description" label={t('description')}><Input.TextArea rows={2} maxLength={500} /></Form.Item>
        <Form.Item name="colour" label={t('colour')}><Input type="color" className="colour-input" /></Form.Item>
        {category && <Form.Item name="archived" valuePropName="checked"><Checkbox>{t('archiveLong')}</Checkbox></Form.Item>}
      </Form>
      {define.isError && <ProblemAlert error={define.error} />}
    </Modal>
  )
}
