import { ReloadOutlined } from '@ant-design/icons'
import { App, Button, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { isProblem } from '@/lib/problem'
import { ROUTES } from '@/lib/routes'
import { useCan } from '@/lib/session'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { Load, Skeleton } from '@/ui/load'
import { PagedTable } from '@/ui/paged-table'
import { When } from '@/ui/when'
import { useInbox, useReplayAll, useSummary, type Entry } from './api'
import { EntryDrawer } from './entry-drawer'
import type { InboxState } from './inbox-page'

/** What waits is open or was mended and not yet taken. */
const STATES = ['waiting', 'replayed', 'dismissed']
const LOOK: Record<string, string> = { open: 'warn', fixed: 'brand', replayed: 'good', dismissed: '' }

interface Props {
  state: InboxState
  change: (part: Partial<InboxState>) => void
}

export function Rejected({ state, change }: Props) {
  const { t } = useTranslation('inbox')
  const inbox = useInbox(state.state === 'waiting' ? '' : state.state, state.code)
  const columns: Column<Entry>[] = [
    { key: 'what', title: t('column.reason'), card: 'lead', render: (entry) => <button type="button" className="link-button main-link inbox-reason" onClick={() => change({ entry: entry.id })}>{entry.message}</button> },
    { key: 'preview', title: t('column.preview'), card: 'bare', render: (entry) => <code className="muted preview">{entry.preview}</code> },
    { key: 'source', title: t('column.source'), render: (entry) => <span>{entry.source} <span className="muted small">{t(`channel.${entry.channel}`, { defaultValue: entry.channel })}</span></span> },
    { key: 'state', title: t('column.state'), render: (entry) => <span className={`badge ${LOOK[entry.state] ?? ''}`}>{t(`state.${entry.state}`, { defaultValue: entry.state })}</span> },
    { key: 'at', title: t('column.at'), end: true, render: (entry) => <When at={entry.receivedAt} as="relative" /> },
  ]
  return (
    <div className="stack">
      <Reasons chosen={state.code} onChoose={(code) => change({ code: code === state.code ? '' : code, state: 'waiting' })} />
      <div className="row"><Segmented size="small" aria-label={t('column.state')} value={state.state} onChange={(next) => change({ state: next })} options={STATES.map((value) => ({ value, label: t(`state.${value}`) }))} /></div>
      <div className="card flush">
        <PagedTable label={t('tab.rejected')} query={inbox} columns={columns} rowKey={(entry) => entry.id} opens empty={<EmptyState title={t(state.state === 'waiting' ? 'clean' : 'nothing')} actions={<LinkButton to={`${ROUTES.inbox}?tab=live`}>{t('seeLive')}</LinkButton>}>{t(state.state === 'waiting' ? 'cleanHint' : 'nothingHint')}</EmptyState>} />
      </div>
      <EntryDrawer key={state.entry} id={state.entry || null} onClose={() => change({ entry: '' })} />
    </div>
  )
}

function Reasons({ chosen, onChoose }: { chosen: string; onChoose: (code: string) => void }) {
  const { t } = useTranslation('inbox')
  const format = useFormat()
  const { message } = App.useApp()
  const summary = useSummary()
  const replay = useReplayAll()
  const may = useCan('INBOX_WRITE')
  const again = (code: string) =>
    replay.mutate(code, {
      onSuccess: (result) => void message.success(t('replayed', { shown: format.number(result.replayed) })),
      onError: (error) => void message.error(isProblem(error) ? error.message : String(error)),
    })
  return (
    <Load query={summary} skeleton={<Skeleton height={88} />}>
      {(reasons) => (
        <ul className="reasons">
          {reasons.map((reason) => (
            <li key={reason.code} className={`card reason ${chosen === reason.code ? 'on' : ''}`}>
              <button type="button" aria-pressed={chosen === reason.code} onClick={() => onChoose(reason.code)}>
                <b className="num">{format.number(reason.count)}</b>
                <span>{reason.message || reason.code}</span>
              </button>
              <span className="row spread small muted"><When at={reason.lastAt} as="relative" />{may && <Button size="small" type="text" icon={<ReloadOutlined />} loading={replay.isPending && replay.variables === reason.code} onClick={() => again(reason.code)}>{t('replayAll')}<span className="hidden-visually"> {reason.message}</span></Button>}</span>
            </li>
          ))}
        </ul>
      )}
    </Load>
  )
}
