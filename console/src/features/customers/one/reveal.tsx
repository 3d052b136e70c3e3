import { EyeOutlined } from '@ant-design/icons'
import { Button, Form, Input, Modal } from 'antd'
import { createContext, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '@/lib/session'
import { ProblemAlert } from '@/ui/problem-alert'
import { useReveal } from '../api'

export type Revealed = Record<string, string>

export const RevealContext = createContext<{ values: Revealed; ask: (fields: string[]) => void }>({ values: {}, ask: () => {} })

/** A value that is masked until somebody with the right gives a reason. */
export function Masked({ field, masked, name }: { field: string; masked: string; name: string }) {
  const { t } = useTranslation('customer')
  const { values, ask } = useContext(RevealContext)
  const may = useCan('CUSTOMERS_REVEAL')
  const clear = values[field]
  if (clear !== undefined) return <span className="num strong clear-value">{clear}</span>
  return (
    <span className="row tight">
      <span className="num">{masked}</span>
      {may && <Button type="text" size="small" icon={<EyeOutlined />} onClick={() => ask([field])} aria-label={t('reveal.one', { name })} />}
    </span>
  )
}

interface DialogProps {
  id: string
  fields: string[]
  onClose: () => void
  onRevealed: (values: Revealed) => void
}

export function RevealDialog({ id, fields, onClose, onRevealed }: DialogProps) {
  const { t } = useTranslation('customer')
  const { t: common } = useTranslation()
  const reveal = useReveal(id)
  const [form] = Form.useForm<{ reason: string }>()
  const submit = ({ reason }: { reason: string }) =>
    reveal.mutate({ fields, reason }, {
      onSuccess: ({ values }) => {
        onRevealed(values)
        onClose()
      },
    })
  return (
    <Modal open title={t('reveal.title')} okText={t('reveal.do')} cancelText={common('cancel')} confirmLoading={reveal.isPending} onOk={() => form.submit()} onCancel={onClose}>
      <p className="muted">{t('reveal.text')}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit} style={{ marginTop: 14 }}>
        <Form.Item name="reason" label={t('reason')} rules={[{ required: true, whitespace: true, message: t('reasonNeeded') }]}>
          {/* eslint-disable-next-line jsx-a11y/no-autofocus -- the dialog has one field and was opened for it */}
          <Input autoFocus maxLength={200} placeholder={t('reveal.example')} />
        </Form.Item>
      </Form>
      {reveal.isError && <ProblemAlert error={reveal.error} />}
    </Modal>
  )
}
