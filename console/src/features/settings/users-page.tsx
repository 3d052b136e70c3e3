import { PlusOutlined } from '@ant-design/icons'
import { App, Button, Form, Input, Modal, Select, Switch } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem } from '@/lib/problem'
import { useSession } from '@/lib/session'
import { Card } from '@/ui/card'
import { DataTable } from '@/ui/data-table'
import { Load, Skeleton } from '@/ui/load'
import { ProblemAlert } from '@/ui/problem-alert'
import { When } from '@/ui/when'
import { useAddUser, useChangeUser, useUsers, type NewUser } from './api'
import { ROLES } from './key-dialog'

export default function UsersPage() {
  const { t } = useTranslation('settings')
  const { t: roles } = useTranslation('shell')
  const { user: own } = useSession()
  const { message } = App.useApp()
  const users = useUsers()
  const change = useChangeUser()
  const [adding, setAdding] = useState(false)
  const options = ROLES.map((value) => ({ value, label: roles(`role.${value}`) }))
  const onError = (error: Error) => void message.error(isProblem(error) ? error.message : String(error))
  return (
    <Card flush title={t('users.title')} hint={t('users.hint')} extra={<Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>{t('users.add')}</Button>}>
      <Load query={users} skeleton={<Skeleton lines={5} />}>
        {(rows) => (
          <DataTable
            label={t('users.title')} rows={rows} rowKey={(user) => user.id}
            columns={[
              { key: 'name', title: t('users.name'), card: 'lead', render: (user) => <span><span className="strong">{user.name}</span> {user.id === own.id && <span className="badge brand">{t('users.you')}</span>}<br /><span className="muted small">{user.email}</span></span> },
              { key: 'role', title: t('users.role'), render: (user) => <Select size="small" aria-label={t('users.roleOf', { name: user.name })} value={user.role} disabled={user.id === own.id} options={options} onChange={(role) => change.mutate({ id: user.id, role }, { onError })} style={{ width: 136 }} /> },
              { key: 'seen', title: t('users.seen'), render: (user) => <When at={user.lastSeenAt} as="relative" /> },
              { key: 'since', title: t('users.since'), card: 'none', render: (user) => <When at={user.createdAt} /> },
              { key: 'active', title: t('users.active'), end: true, render: (user) => <Switch size="small" aria-label={t('users.activeOf', { name: user.name })} checked={user.active} disabled={user.id === own.id} onChange={(active) => change.mutate({ id: user.id, active }, { onError })} /> },
            ]}
          />
        )}
      </Load>
      {adding && <AddDialog onClose={() => setAdding(false)} options={options} />}
    </Card>
  )
}

function AddDialog({ onClose, options }: { onClose: () => void; options: { value: string; label: string }[] }) {
  const { t } = useTranslation('settings')
  const { t: common } = useTranslation()
  const add = useAddUser()
  const [form] = Form.useForm<NewUser>()
  const needed = { required: true, message: t('needed') }
  return (
    <Modal open title={t('users.add')} okText={common('add')} cancelText={common('cancel')} confirmLoading={add.isPending} onOk={() => form.submit()} onCancel={onClose}>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ role: 'operator' }} onFinish={(user) => add.mutate(user, { onSuccess: onClose })}>
        <Form.Item name="name" label={t('users.name')} rules={[needed]}><Input maxLength={80} autoComplete="off" /></Form.Item>
        <Form.Item name="email" label={t('users.email')} rules={[needed, { type: 'email', message: t('users.emailBad') }]}><Input autoComplete="off" /></Form.Item>
        <Form.Item name="role" label={t('users.role')}><Select options={options} /></Form.Item>
        <Form.Item name="password" label={t('users.password')} rules={[needed]}><Input.Password autoComplete="new-password" /></Form.Item>
      </Form>
      {add.isError && <ProblemAlert error={add.error} />}
    </Modal>
  )
}
