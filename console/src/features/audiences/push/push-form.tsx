import { Checkbox, Form, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem } from '@/lib/problem'
import { ProblemAlert } from '@/ui/problem-alert'
import { useChangePush, useCreatePush, type Push } from './api'

interface Props {
  audience: string
  push?: Push
  onClose: () => void
  onMade: (secret: string) => void
}

const EVENTS = ['audience.entered', 'audience.left']

export function PushForm({ audience, push, onClose, onMade }: Props) {
  const { t } = useTranslation('pushes')
  const { t: common } = useTranslation()
  const [url, setUrl] = useState(push?.url ?? '')
  const [events, setEvents] = useState(push?.events ?? EVENTS)
  const [level, setLevel] = useState<string>(push?.level ?? 'id')
  const create = useCreatePush(audience)
  const change = useChangePush()
  const failure = create.error ?? change.error
  const wrong = (field: string) => (isProblem(failure) ? failure.errors.find(({ pointer }) => pointer === `/${field}`)?.message : undefined)
  const save = () => {
    const wanted = { url: url.trim(), events, level }
    if (push) change.mutate({ id: push.id, ...wanted }, { onSuccess: () => onMade('') })
    else create.mutate(wanted, { onSuccess: ({ secret }) => onMade(secret) })
  }
  return (
    <Modal open title={t(push ? 'edit' : 'add')} okText={common('save')} cancelText={common('cancel')} onCancel={onClose} onOk={save} confirmLoading={create.isPending || change.isPending} okButtonProps={{ disabled: url.trim() === '' || events.length === 0 }}>
      <Form layout="vertical" component="div">
        <Form.Item label={t('url')} htmlFor="push-url" validateStatus={wrong('url') ? 'error' : undefined} help={wrong('url') ?? t('urlHint')}><Input id="push-url" type="url" value={url} placeholder="https://example.com/millrace" onChange={(event) => setUrl(event.target.value)} /></Form.Item>
        <fieldset className="plain-set"><legend>{t('events')}</legend><Checkbox.Group value={events} onChange={setEvents} options={EVENTS.map((event) => ({ value: event, label: t(`event.${event.replace('.', '-')}`) }))} /></fieldset>
        <fieldset className="plain-set"><legend>{t('levelLabel')}</legend><Radio.Group value={level} onChange={(event) => setLevel(event.target.value as string)} options={['id', 'internal'].map((each) => ({ value: each, label: t(`level.${each}`) }))} /></fieldset>
      </Form>
      {failure && !wrong('url') && <ProblemAlert error={failure} />}
    </Modal>
  )
}
