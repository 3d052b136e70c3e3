import { Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { useLabel } from '@/lib/i18n'
import { useCan } from '@/lib/session'
import { useUrlState } from '@/lib/url-state'
import { Card } from '@/ui/card'
import { DataTable } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { Load, Skeleton } from '@/ui/load'
import { ProblemAlert } from '@/ui/problem-alert'
import { RemovableChip } from '@/ui/removable-chip'
import { useAttributes, useDeclare, type AttributeRow, type Declaration } from './api'

const LEVELS = ['public', 'internal', 'confidential', 'restricted']
const LOOK: Record<string, string> = { public: 'good', internal: 'brand', confidential: 'warn', restricted: 'bad' }

const SHAPE = { declared: '' }

export default function AttributesPage() {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const label = useLabel()
  const [state, change] = useUrlState(SHAPE)
  const waiting = state.declared === 'false'
  const attributes = useAttributes(waiting)
  const may = useCan('ATTRIBUTES_WRITE')
  const [chosen, setChosen] = useState<AttributeRow | null>(null)
  return (
    <Card flush title={t('attributes.title')} hint={t('attributes.hint')} extra={waiting && <RemovableChip text={t('attributes.waiting')} onRemove={() => change({ declared: '' })} />}>
      <Load query={attributes} skeleton={<Skeleton lines={6} />}>
        {(rows) => (rows.length === 0
          ? <EmptyState title={t(waiting ? 'attributes.allDeclared' : 'attributes.empty')}>{waiting ? null : t('attributes.emptyHint')}</EmptyState>
          : (
            <DataTable
              label={t('attributes.title')} rows={[...rows].sort((a, b) => Number(a.declared) - Number(b.declared))} rowKey={(row) => row.name}
              columns={[
                { key: 'name', title: t('attributes.name'), card: 'lead', render: (row) => <span><span className="strong">{label(row.label, row.name)}</span> <code className="muted">{row.name}</code></span> },
                { key: 'type', title: t('attributes.type'), render: (row) => t(`type.${row.type.toLowerCase()}`, { defaultValue: row.type }) },
                { key: 'level', title: t('attributes.level'), render: (row) => <span className={`badge ${LOOK[row.level.toLowerCase()] ?? ''}`}>{t(`level.${row.level.toLowerCase()}`, { defaultValue: row.level })}</span> },
                { key: 'source', title: t('attributes.source'), card: 'none', render: (row) => <span className="muted">{row.source}</span> },
                { key: 'customers', title: t('attributes.customers'), end: true, render: (row) => <span className="num">{format.number(row.customers)}</span> },
                { key: 'state', title: t('actions'), end: true, card: 'bare', render: (row) => (may ? <Button size="small" type={row.declared ? 'default' : 'primary'} onClick={() => setChosen(row)}>{t(row.declared ? 'attributes.edit' : 'attributes.declare')}<span className="hidden-visually"> {row.name}</span></Button> : row.declared ? null : <span className="badge warn">{t('attributes.undeclared')}</span>) },
              ]}
            />
          ))}
      </Load>
      {chosen && <DeclareDialog row={chosen} onClose={() => setChosen(null)} />}
    </Card>
  )
}

function DeclareDialog({ row, onClose }: { row: AttributeRow; onClose: () => void }) {
  const { t } = useTranslation('settings')
  const { t: common } = useTranslation()
  const declare = useDeclare()
  const [form] = Form.useForm<Declaration>()
  const needed = [{ required: true, whitespace: true, message: t('needed') }]
  return (
    <Modal open title={`${t('attributes.declare')}: ${row.name}`} okText={common('save')} cancelText={common('cancel')} confirmLoading={declare.isPending} onOk={() => form.submit()} onCancel={onClose}>
      <Form
        form={form} layout="vertical" requiredMark={false} onFinish={(values) => declare.mutate({ ...values, name: row.name }, { onSuccess: onClose })}
        initialValues={{ label: row.label ?? { en: row.name, zh: row.name }, type: row.type.toLowerCase(), level: row.level.toLowerCase() }}
      >
        <Form.Item name={['label', 'en']} label={t('attributes.en')} rules={needed}><Input maxLength={60} /></Form.Item>
        <Form.Item name={['label', 'zh']} label={t('attributes.zh')} rules={needed}><Input maxLength={60} /></Form.Item>
        <Form.Item name="type" label={t('attributes.type')}><Select options={['text', 'number', 'date', 'flag'].map((value) => ({ value, label: t(`type.${value}`) }))} /></Form.Item>
        <Form.Item name="level" label={t('attributes.level')} extra={t('attributes.levelHint')}><Select options={LEVELS.map((value) => ({ value, label: t(`level.${value}`) }))} /></Form.Item>
      </Form>
      {declare.isError && <ProblemAlert error={declare.error} />}
    </Modal>
  )
}
