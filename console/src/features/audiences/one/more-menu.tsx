import { EllipsisOutlined } from '@ant-design/icons'
import { Form, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { ROUTES } from '@/lib/routes'
import { useCan } from '@/lib/session'
import { MenuButton } from '@/ui/menu-button'
import { ProblemAlert } from '@/ui/problem-alert'
import { useDelete, useDescribe, useEvaluate, useOwners } from '../api'
import { NameFields } from '../builder/name-fields'
import type { AudienceDetail } from '../types'
import { UseList } from './uses-card'

/** Evaluate again, rename, delete. */
export function MoreMenu({ audience }: { audience: AudienceDetail }) {
  const { t } = useTranslation('audiences')
  const may = useCan('AUDIENCES_WRITE')
  const [open, setOpen] = useState<'' | 'rename' | 'delete'>('')
  const evaluate = useEvaluate(audience.id)
  const again = audience.kind === 'dynamic' ? [{ key: 'again', label: t('again'), disabled: audience.state === 'evaluating' }] : []
  const changes = [...again, { key: 'rename', label: t('rename') }, { key: 'delete', label: t('delete'), danger: true }]
  return (
    <>
      {may && <MenuButton icon={<EllipsisOutlined />} aria-label={t('moreActions')} items={changes} onPick={(key) => (key === 'again' ? evaluate.mutate() : setOpen(key as 'rename'))} />}
      {evaluate.isError && <ProblemAlert error={evaluate.error} />}
      {open === 'rename' && <Rename audience={audience} onClose={() => setOpen('')} />}
      {open === 'delete' && <Remove audience={audience} onClose={() => setOpen('')} />}
    </>
  )
}

interface DialogProps {
  audience: AudienceDetail
  onClose: () => void
}

function Rename({ audience, onClose }: DialogProps) {
  const { t } = useTranslation('audiences')
  const { t: common } = useTranslation()
  const [naming, setNaming] = useState({ name: audience.name, description: audience.description ?? '', folder: audience.folder ?? '' })
  const [owner, setOwner] = useState(audience.owner ?? '')
  const owners = useOwners()
  const describe = useDescribe(audience.id)
  return (
    <Modal open title={t('rename')} okText={common('save')} cancelText={common('cancel')} onCancel={onClose} confirmLoading={describe.isPending} okButtonProps={{ disabled: naming.name.trim() === '' }} onOk={() => describe.mutate({ ...naming, owner: owner || undefined }, { onSuccess: onClose })}>
      <NameFields value={naming} onChange={setNaming} error={describe.error} />
      <Form layout="vertical" component="div"><Form.Item label={t('column.owner')} htmlFor="audience-owner"><Select id="audience-owner" showSearch value={owner || undefined} onChange={setOwner} options={[...new Set([...owners, owner])].filter(Boolean).map((value) => ({ value, label: value }))} /></Form.Item></Form>
      {describe.isError && <ProblemAlert error={describe.error} />}
    </Modal>
  )
}

function Remove({ audience, onClose }: DialogProps) {
  const { t } = useTranslation('audiences')
  const { t: common } = useTranslation()
  const navigate = useNavigate()
  const remove = useDelete(audience.id)
  const uses = audience.uses ?? []
  return (
    <Modal
      open title={t('deleteOf', { name: audience.name })} okText={t('delete')} cancelText={common('cancel')} okButtonProps={{ danger: true, disabled: uses.length > 0 }} onCancel={onClose} confirmLoading={remove.isPending}
      onOk={() => remove.mutate(undefined, { onSuccess: () => void navigate(ROUTES.audiences) })}
    >
      {uses.length > 0 ? <div className="stack tight"><p>{t('deleteUsed')}</p><UseList uses={uses} none="" /></div> : <p>{t('deleteSure')}</p>}
      {remove.isError && <ProblemAlert error={remove.error} />}
    </Modal>
  )
}
