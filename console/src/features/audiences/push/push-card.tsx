import { PlusOutlined } from '@ant-design/icons'
import { App, Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { Card } from '@/ui/card'
import { Load } from '@/ui/load'
import { MenuButton } from '@/ui/menu-button'
import { ProblemAlert } from '@/ui/problem-alert'
import { useChangePush, useDeletePush, usePing, usePushes, useRenewSecret, useReplay, type Push } from './api'
import { DeliveryLog } from './delivery-log'
import { PushForm } from './push-form'
import { SecretDialog } from './secret-dialog'

/** Which other systems are told of who enters and leaves. */
export function PushCard({ audience }: { audience: string }) {
  const { t } = useTranslation('pushes')
  const may = useCan('PUSHES_WRITE')
  const pushes = usePushes(audience)
  const [making, setMaking] = useState(false)
  const [secret, setSecret] = useState('')
  return (
    <Card title={t('title')} hint={t('hint')} extra={may && <Button size="small" icon={<PlusOutlined />} onClick={() => setMaking(true)}>{t('add')}</Button>}>
      <Load query={pushes}>
        {(all) => (all.length === 0 ? <p className="muted">{t(may ? 'none' : 'noneRead')}</p> : <ul className="stack push-list">{all.map((push) => <li key={push.id}><Row push={push} may={may} onSecret={setSecret} /></li>)}</ul>)}
      </Load>
      {making && <PushForm audience={audience} onClose={() => setMaking(false)} onMade={(made) => { setMaking(false); setSecret(made) }} />}
      {secret !== '' && <SecretDialog secret={secret} onClose={() => setSecret('')} />}
    </Card>
  )
}

const COLOUR = { active: 'good', paused: 'warn', stopped: 'bad' } as const

function Row({ push, may, onSecret }: { push: Push; may: boolean; onSecret: (secret: string) => void }) {
  const { t } = useTranslation('pushes')
  const format = useFormat()
  const { message } = App.useApp()
  const [open, setOpen] = useState<'' | 'log' | 'edit' | 'delete' | 'secret'>('')
  const change = useChangePush()
  const ping = usePing()
  const replay = useReplay()
  const failure = change.error ?? ping.error ?? replay.error
  const active = push.state === 'active'
  const act: Record<string, () => void> = {
    toggle: () => change.mutate({ id: push.id, state: active ? 'paused' : 'active' }),
    ping: () => ping.mutate(push.id),
    replay: () => replay.mutate({ id: push.id }, { onSuccess: ({ planned }) => void message.success(t('replayed', { count: planned, shown: format.number(planned) })) }),
    edit: () => setOpen('edit'), secret: () => setOpen('secret'), delete: () => setOpen('delete'),
  }
  const items = [
    { key: 'toggle', label: t(active ? 'pause' : 'resume') }, { key: 'ping', label: t('ping') }, ...(push.failed > 0 ? [{ key: 'replay', label: t('replayFailed') }] : []),
    { key: 'edit', label: t('edit') }, { key: 'secret', label: t('renew') }, { key: 'delete', label: t('delete'), danger: true },
  ]
  return (
    <div className="stack tight">
      <div className="row spread">
        <span className="clip grow push-url">{push.url}</span>
        <span className="row tight"><span className={`badge ${COLOUR[push.state]}`}>{t(`state.${push.state}`)}</span>{may && <MenuButton size="small" items={items} onPick={(key) => act[key]?.()}>{t('actions')}</MenuButton>}</span>
      </div>
      <p className="muted small">{push.events.map((event) => t(`event.${event.replace('.', '-')}`)).join(', ')} · {t(`level.${push.level}`)}</p>
      <div className="row tight small num">
        <span>{t('delivered', { shown: format.number(push.delivered) })}</span><span>{t('waiting', { shown: format.number(push.planned) })}</span><span className={push.failed > 0 ? 'bad' : undefined}>{t('failed', { shown: format.number(push.failed) })}</span>
        <Button type="link" size="small" onClick={() => setOpen('log')}>{t('log')}</Button>
      </div>
      {push.state === 'stopped' && <p className="bad small" role="status">{t('stoppedHint', { shown: format.number(push.failures) })}</p>}
      {ping.data && <p className={`small ${ping.data.status !== null && ping.data.status < 300 ? 'good' : 'bad'}`} role="status">{t('pinged', { answer: ping.data.status ?? t(`refused.${ping.data.text.replace('.', '-')}`, { defaultValue: ping.data.text }), millis: format.number(ping.data.millis) })}</p>}
      {failure && <ProblemAlert error={failure} />}
      {open === 'log' && <DeliveryLog push={push} may={may} onClose={() => setOpen('')} />}
      {open === 'edit' && <PushForm audience={push.audience} push={push} onClose={() => setOpen('')} onMade={() => setOpen('')} />}
      {open === 'delete' && <Sure push={push} verb="delete" onClose={() => setOpen('')} onSecret={onSecret} />}
      {open === 'secret' && <Sure push={push} verb="renew" onClose={() => setOpen('')} onSecret={onSecret} />}
    </div>
  )
}

function Sure({ push, verb, onClose, onSecret }: { push: Push; verb: 'delete' | 'renew'; onClose: () => void; onSecret: (secret: string) => void }) {
  const { t } = useTranslation('pushes')
  const { t: common } = useTranslation()
  const remove = useDeletePush()
  const renew = useRenewSecret()
  const go = () => {
    if (verb === 'delete') remove.mutate(push.id, { onSuccess: onClose })
    else renew.mutate(push.id, { onSuccess: ({ secret }) => { onClose(); onSecret(secret) } })
  }
  return (
    <Modal open title={t(verb)} okText={t(verb)} cancelText={common('cancel')} okButtonProps={{ danger: true }} confirmLoading={remove.isPending || renew.isPending} onCancel={onClose} onOk={go}>
      <p>{t(verb === 'delete' ? 'deleteSure' : 'renewSure')}</p>
      {(remove.error ?? renew.error) && <ProblemAlert error={remove.error ?? renew.error} />}
    </Modal>
  )
}
