import { DatePicker, Form, Input, Modal, Radio, Select, Typography } from 'antd'
import type { Dayjs } from 'dayjs'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from '@/ui/problem-alert'
import { useMakeKey, type NewKey } from './api'

interface Values extends Omit<NewKey, 'expiresAt'> {
  expires?: Dayjs
}

export const ROLES = ['viewer', 'analyst', 'operator', 'developer', 'admin'] as const

/** A key's secret is shown here once, and never again. */
export function KeyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('settings')
  const { t: roles } = useTranslation('shell')
  const { t: common } = useTranslation()
  const make = useMakeKey()
  const [form] = Form.useForm<Values>()
  const kind = Form.useWatch('kind', form) ?? 'write'
  const secret = make.data?.secret
  const submit = ({ expires, ...key }: Values) => make.mutate({ ...key, role: key.kind === 'api' ? key.role : undefined, expiresAt: expires?.toISOString() })
  return (
    <Modal open title={secret ? t('keys.made') : t('keys.make')} okText={secret ? common('close') : t('keys.make')} cancelText={common('cancel')} cancelButtonProps={secret ? { style: { display: 'none' } } : undefined} confirmLoading={make.isPending} onOk={() => (secret ? onClose() : form.submit())} onCancel={onClose}>
      {secret
        ? (
          <div className="stack tight">
            <p>{t('keys.once')}</p>
            <Typography.Text code copyable={{ text: secret, tooltips: [t('keys.copy'), t('keys.copied')] }} className="secret">{secret}</Typography.Text>
            {make.data?.kind === 'write' && <><p className="muted small">{t('keys.try')}</p><pre className="json-small">{`curl ${window.location.origin}/v1/track -u ${secret}: \\\n  -H 'Content-Type: application/json' \\\n  -d '{"userId":"1001","event":"Product Viewed","properties":{"sku":"T-001"}}'`}</pre></>}
          </div>
        )
        : (
          <Form form={form} layout="vertical" requiredMark={false} initialValues={{ kind: 'write', role: 'analyst' }} onFinish={submit}>
            <Form.Item name="name" label={t('keys.name')} rules={[{ required: true, whitespace: true, message: t('needed') }]}><Input maxLength={60} placeholder={t('keys.example')} /></Form.Item>
            <Form.Item name="kind" label={t('keys.kind')}><Radio.Group options={[{ value: 'write', label: t('keys.writeLong') }, { value: 'api', label: t('keys.apiLong') }]} /></Form.Item>
            {kind === 'api' && <Form.Item name="role" label={t('keys.role')}><Select options={ROLES.map((value) => ({ value, label: roles(`role.${value}`) }))} /></Form.Item>}
            <Form.Item name="expires" label={t('keys.expires')}><DatePicker style={{ width: '100%' }} placeholder={t('keys.never')} /></Form.Item>
          </Form>
        )}
      {make.isError && <ProblemAlert error={make.error} />}
    </Modal>
  )
}
