import { App, Button, Drawer, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '@/lib/session'
import { Load } from '@/ui/load'
import { ProblemAlert } from '@/ui/problem-alert'
import { When } from '@/ui/when'
import { useDismiss, useEntry, useFixAndReplay, type Entry } from './api'

function pretty(payload: Entry['payload']): string {
  if (!payload) return ''
  if (typeof payload !== 'string') return JSON.stringify(payload, null, 2)
  try {
    return JSON.stringify(JSON.parse(payload), null, 2)
  } catch {
    return payload
  }
}

/** Where in the text JSON stops being JSON; empty if it is sound. */
export function flawOf(text: string): string {
  try {
    JSON.parse(text)
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

export function EntryDrawer({ id, onClose }: { id: string | null; onClose: () => void }) {
  const { t } = useTranslation('inbox')
  const entry = useEntry(id)
  return (
    <Drawer open={id !== null} onClose={onClose} title={t('one')} size={620}>
      <Load query={entry}>{(data) => <Detail entry={data} onDone={onClose} />}</Load>
    </Drawer>
  )
}

function Detail({ entry, onDone }: { entry: Entry; onDone: () => void }) {
  const { t } = useTranslation('inbox')
  const { message } = App.useApp()
  const may = useCan('INBOX_WRITE')
  const given = pretty(entry.payload)
  const [text, setText] = useState(given)
  const fix = useFixAndReplay()
  const dismiss = useDismiss()
  const waiting = entry.state === 'open' || entry.state === 'fixed'
  const flaw = given === '' ? '' : flawOf(text)
  const done = (words: string) => () => {
    void message.success(words)
    onDone()
  }
  return (
    <div className="stack">
      <p className="strong">{entry.message}</p>
      <dl className="pairs">
        <dt>{t('column.source')}</dt><dd>{entry.source} · {t(`channel.${entry.channel}`, { defaultValue: entry.channel })}</dd>
        <dt>{t('column.at')}</dt><dd><When at={entry.receivedAt} as="dateTime" /></dd>
        <dt>{t('code')}</dt><dd><code>{entry.code}</code></dd>
        {entry.pointer && <><dt>{t('pointer')}</dt><dd><code>{entry.pointer}</code></dd></>}
        {entry.messageId && <><dt>messageId</dt><dd><code>{entry.messageId}</code></dd></>}
      </dl>
      {given === ''
        ? <p className="muted">{t('hidden')}</p>
        : (
          <div>
            <h2 id="payload-label">{t('payload')}</h2>
            <Input.TextArea aria-labelledby="payload-label" className="editor" autoSize={{ minRows: 10, maxRows: 26 }} spellCheck={false} value={text} readOnly={!may || !waiting} status={flaw ? 'error' : undefined} onChange={(event) => setText(event.target.value)} />
            {flaw && <p className="bad small" role="alert">{t('notJson')}: {flaw}</p>}
          </div>
        )}
      {fix.isError && <ProblemAlert error={fix.error} />}
      {dismiss.isError && <ProblemAlert error={dismiss.error} />}
      {may && waiting && (
        <div className="row">
          <Button type="primary" disabled={flaw !== ''} loading={fix.isPending} onClick={() => fix.mutate({ id: entry.id, payload: text === given ? null : text }, { onSuccess: done(t('taken')) })}>{text === given ? t('replay') : t('fix')}</Button>
          <Button loading={dismiss.isPending} onClick={() => dismiss.mutate(entry.id, { onSuccess: done(t('dismissed')) })}>{t('dismiss')}</Button>
        </div>
      )}
    </div>
  )
}
