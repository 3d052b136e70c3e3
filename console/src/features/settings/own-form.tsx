import { App, Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSession } from '@/lib/session'
import { ProblemAlert } from '@/ui/problem-alert'
import { useChangeOwn, type OwnChange } from './api'

export function OwnForm() {
  const { t } = useTranslation('settings')
  const { t: common } = useTranslation()
  const { user } = useSession()
  const { message } = App.useApp()
  const change = useChangeOwn()
  const [form] = Form.useForm<OwnChange>()
  const password = Form.useWatch('password', form)
  const submit = ({ name, password: next, oldPassword }: OwnChange) =>
    change.mutate({ name, ...(next ? { password: next, oldPassword } : {}) }, {
      onSuccess: () => {
        void message.success(common('saved'))
        form.resetFields(['password', 'oldPassword'])
      },
    })
  return (
    <Form form={form} layout="vertical" requiredMark={false} initialValues={{ name: user.name }} onFinish={submit}>
      <p className="muted" style={{ marginBottom: 12 }}>{user.email}</p>
      <Form.Item name="name" label={t('own.name')} rules={[{ required: true, message: t('needed') }]}><Input autoComplete="name" /></Form.Item>
      <Form.Item name="password" label={t('own.password')}><Input.Password autoComplete="new-password" /></Form.Item>
      {password && <Form.Item name="oldPassword" label={t('own.old')} rules={[{ required: true, message: t('needed') }]}><Input.Password autoComplete="current-password" /></Form.Item>}
      {change.isError && <ProblemAlert error={change.error} />}
      <Button htmlType="submit" loading={change.isPending}>{common('save')}</Button>
    </Form>
  )
}
