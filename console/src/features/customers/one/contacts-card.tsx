import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { customerLink } from '@/lib/routes'
import { useCan } from '@/lib/session'
import { Card } from '@/ui/card'
import { ProblemAlert } from '@/ui/problem-alert'
import { useAddContact, useRemoveContact, type NewContact } from '../api'
import { BUYING_ROLES, type Customer } from '../types'
import { Masked } from './reveal'

export function ContactsCard({ customer }: { customer: Customer }) {
  const { t } = useTranslation('customer')
  const may = useCan('CUSTOMERS_WRITE')
  const remove = useRemoveContact(customer.id)
  const [adding, setAdding] = useState(false)
  return (
    <Card title={t('contacts.title')} extra={may && <Button size="small" icon={<PlusOutlined />} onClick={() => setAdding(true)}>{t('contacts.add')}</Button>}>
      {customer.contacts.length === 0 && <p className="muted">{t('contacts.none')}</p>}
      <ul className="list-plain">
        {customer.contacts.map((contact) => (
          <li key={contact.id}>
            <div className="grow">
              <div className="row tight">
                {contact.customer ? <Link to={customerLink(contact.customer)} className="strong">{contact.name ?? t('contacts.linked')}</Link> : <Masked field={`contact:${contact.id}`} masked={contact.name ?? ''} name={t('contacts.name')} />}
                {contact.buyingRole && <span className="badge brand">{t(`buying.${contact.buyingRole}`, { defaultValue: contact.buyingRole })}</span>}
              </div>
              <p className="muted small">{[contact.relation && t(`relation.${contact.relation}`, { defaultValue: contact.relation }), contact.note].filter(Boolean).join(' · ')}</p>
            </div>
            {may && <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t('contacts.remove', { name: contact.name })} onClick={() => remove.mutate(contact.id)} />}
          </li>
        ))}
      </ul>
      {adding && <ContactDialog id={customer.id} onClose={() => setAdding(false)} />}
    </Card>
  )
}

function ContactDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('customer')
  const { t: common } = useTranslation()
  const add = useAddContact(id)
  const [form] = Form.useForm<NewContact>()
  const needed = [{ required: true, whitespace: true, message: t('needed') }]
  return (
    <Modal open title={t('contacts.add')} okText={common('add')} cancelText={common('cancel')} confirmLoading={add.isPending} onOk={() => form.submit()} onCancel={onClose}>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ buyingRole: 'influencer', relation: 'family' }} onFinish={(values) => add.mutate(values, { onSuccess: onClose })}>
        <Form.Item name="name" label={t('contacts.name')} rules={needed}><Input maxLength={80} /></Form.Item>
        <Form.Item name="relation" label={t('contacts.relation')} rules={needed}><Select options={['family', 'partner', 'friend', 'colleague', 'company'].map((value) => ({ value, label: t(`relation.${value}`) }))} /></Form.Item>
        <Form.Item name="buyingRole" label={t('contacts.role')}><Select options={BUYING_ROLES.map((value) => ({ value, label: t(`buying.${value}`) }))} /></Form.Item>
        <Form.Item name="note" label={t('contacts.note')}><Input maxLength={200} /></Form.Item>
      </Form>
      {add.isError && <ProblemAlert error={add.error} />}
    </Modal>
  )
}
