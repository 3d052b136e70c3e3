import { Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useFormat } from '@/lib/format'
import { ROUTES } from '@/lib/routes'
import { ProblemAlert } from '@/ui/problem-alert'
import { useKeep, type Keep } from './api'

interface Props {
  keep: Keep
  customers: number
  name: string
  /** Whether the audience will follow a condition; else it is a list of those who are meant now. */
  live: boolean
  onClose: () => void
}

/** Makes an audience of whoever is behind a number, and says whether it will follow or stay as it is. */
export function KeepDialog({ keep, customers, name, live, onClose }: Props) {
  const { t } = useTranslation('portraits')
  const { t: common } = useTranslation()
  const format = useFormat()
  const navigate = useNavigate()
  const [named, setNamed] = useState(name.slice(0, 200))
  const saving = useKeep()
  const save = () => saving.mutate({ name: named.trim(), keep }, { onSuccess: (kept) => void navigate(`${ROUTES.audiences}/${kept.id}`) })
  return (
    <Modal open title={t('keep.title')} okText={t('keep.save')} cancelText={common('cancel')} onCancel={onClose} onOk={save} confirmLoading={saving.isPending} okButtonProps={{ disabled: named.trim() === '' }}>
      <div className="stack">
        <p>{t('keep.count', { count: customers, shown: format.number(customers) })} {t(live ? 'keep.live' : 'keep.list')}</p>
        <Form layout="vertical" component="div">
          <Form.Item label={t('keep.name')} htmlFor="keep-name" required><Input id="keep-name" value={named} maxLength={200} onChange={(event) => setNamed(event.target.value)} onPressEnter={save} /></Form.Item>
        </Form>
        {saving.isError && <ProblemAlert error={saving.error} />}
      </div>
    </Modal>
  )
}
