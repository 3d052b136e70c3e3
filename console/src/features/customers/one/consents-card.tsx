import { PlusOutlined } from '@ant-design/icons'
import { Button, DatePicker, Form, Input, Modal, Segmented, Select } from 'antd'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { conditionLink } from '@/lib/condition-link'
import { useLabel } from '@/lib/i18n'
import { useCan } from '@/lib/session'
import { Card } from '@/ui/card'
import { Load, Skeleton } from '@/ui/load'
import { ProblemAlert } from '@/ui/problem-alert'
import { When } from '@/ui/when'
import { useConsents, usePurposes, useRecordConsent, type ConsentState } from '../portrait-api'

const CHANNELS = ['email', 'sms', 'wechat', 'wecom', 'push', 'phone']

export function ConsentsCard({ id, asOf }: { id: string; asOf: string }) {
  const { t } = useTranslation('portrait')
  const may = useCan('CUSTOMERS_WRITE')
  const consents = useConsents(id, asOf)
  const [asking, setAsking] = useState(false)
  return (
    <Card title={t('consent.title')} extra={may && !asOf && <Button size="small" icon={<PlusOutlined />} onClick={() => setAsking(true)}>{t('consent.record')}</Button>}>
      <Load query={consents} skeleton={<Skeleton lines={2} />}>
        {(all) => (all.length === 0 ? <p className="muted">{t('consent.none')}</p> : <ul className="list-plain">{all.map((one) => <State key={`${one.purpose} ${one.channel}`} state={one} asOf={asOf} />)}</ul>)}
      </Load>
      {asking && <Dialog id={id} onClose={() => setAsking(false)} />}
    </Card>
  )
}

function usePurposeName() {
  const purposes = usePurposes()
  const label = useLabel()
  return (key: string) => label(purposes.data?.find((one) => one.key === key)?.label, key)
}

function State({ state, asOf }: { state: ConsentState; asOf: string }) {
  const { t } = useTranslation('portrait')
  const purpose = usePurposeName()
  const condition = { type: 'consent', purpose: state.purpose, channel: state.channel, ...(state.given ? {} : { state: 'withdrawn' }) }
  const open = conditionLink(condition, asOf)
  return (
    <li>
      <div className="grow">
        <div className="row tight">
          <Link className="strong" to={open ?? ''}>{purpose(state.purpose)} · {t(`channel.${state.channel}`, { defaultValue: state.channel })}</Link>
          <span className={`badge ${state.given ? 'good' : 'bad'}`}>{t(state.given ? 'consent.given' : 'consent.withdrawn')}</span>
        </div>
        <p className="muted small">{t('consent.since')} <When at={state.since} />{state.expiresAt && <> · {t('consent.until')} <When at={state.expiresAt} /></>}</p>
      </div>
    </li>
  )
}

interface Values {
  purpose: string
  channel: string
  said: 'given' | 'withdrawn'
  until?: Dayjs | null
  evidence?: string
}

function Dialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('portrait')
  const { t: common } = useTranslation()
  const label = useLabel()
  const purposes = usePurposes()
  const record = useRecordConsent(id)
  const [form] = Form.useForm<Values>()
  const said = Form.useWatch('said', form)
  const submit = ({ purpose, channel, said: word, until, evidence }: Values) =>
    record.mutate({ purpose, channel, given: word === 'given', expiresAt: word === 'given' ? until?.endOf('day').toISOString() : undefined, evidence: evidence || undefined }, { onSuccess: onClose })
  return (
    <Modal open title={t('consent.record')} okText={common('save')} cancelText={common('cancel')} confirmLoading={record.isPending} onOk={() => form.submit()} onCancel={onClose}>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit} initialValues={{ purpose: 'marketing', channel: 'email', said: 'given' }}>
        <Form.Item name="said" label={t('consent.said')}><Segmented options={[{ value: 'given', label: t('consent.given') }, { value: 'withdrawn', label: t('consent.withdrawn') }]} /></Form.Item>
        <Form.Item name="purpose" label={t('consent.purpose')}><Select options={(purposes.data ?? []).map((one) => ({ value: one.key, label: label(one.label, one.key) }))} /></Form.Item>
        <Form.Item name="channel" label={t('consent.channel')}><Select options={CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))} /></Form.Item>
        {said !== 'withdrawn' && <Form.Item name="until" label={t('consent.expires')} extra={t('consent.expiresHint')}><DatePicker /></Form.Item>}
        <Form.Item name="evidence" label={t('consent.evidence')}><Input maxLength={200} /></Form.Item>
      </Form>
      {record.isError && <ProblemAlert error={record.error} />}
    </Modal>
  )
}
