import { Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from '@/ui/problem-alert'
import { useAllow, type Category } from './api'

export function ValueDialog({ category, onClose }: { category: Category; onClose: () => void }) {
  const { t } = useTranslation('tags')
  const { t: common } = useTranslation()
  const allow = useAllow()
  const [form] = Form.useForm<{ value: string }>()
  return (
    <Modal open title={t('addValueTo', { name: category.name })} okText={common('add')} cancelText={common('cancel')} confirmLoading={allow.isPending} onOk={() => form.submit()} onCancel={onClose}>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={({ value }) => allow.mutate({ id: category.id, value }, { onSuccess: onClose })}>
        <Form.Item name="value" label={t('value')} rules={[{ required: true, whitespace: true, message: t('needed') }]}><Input maxLength={100} /></Form.Item>
      </Form>
      {allow.isError && <ProblemAlert error={allow.error} />}
    </Modal>
  )
}
