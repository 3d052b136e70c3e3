import { Button, Drawer, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { useLabel } from '@/lib/i18n'
import { useCan } from '@/lib/session'
import { useLast } from '@/lib/use-last'
import { Load } from '@/ui/load'
import { ProblemAlert } from '@/ui/problem-alert'
import { When } from '@/ui/when'
import { useRun, useRuns, useUndo } from './api'
import { LackText } from './model-card'
import { MovesTable } from './moves-table'
import { RunState } from './run-state'
import type { Card, Run } from './types'

/** All runs of a model: what each changed, and the way back. */
export function HistoryDrawer({ card, onClose }: { card: Card | null; onClose: () => void }) {
  const { t } = useTranslation('models')
  const label = useLabel()
  const shown = useLast(card)
  const runs = useRuns(shown?.model ?? null)
  return (
    <Drawer open={card !== null} onClose={onClose} size={560} title={t('historyOf', { model: label(shown?.label, shown?.model) })}>
      {shown && (
        <Load query={runs}>
          {(data) => (data.items.length === 0 ? <p className="muted">{t('never')}</p> : <ol className="runs">{data.items.map((run) => <li key={run.id}><OneRun run={run} card={shown} /></li>)}</ol>)}
        </Load>
      )}
    </Drawer>
  )
}

function OneRun({ run, card }: { run: Run; card: Card }) {
  const { t } = useTranslation('models')
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const [asking, setAsking] = useState(false)
  const undo = useUndo()
  const may = useCan('MODELS_WRITE')
  const latest = card.last?.id === run.id && card.running === null
  return (
    <div className="stack tight">
      <div className="row spread">
        <span><b><When at={run.asOf} as="dateTime" /></b> <span className="muted small">v{run.version} · {run.by === 'schedule' ? t('bySchedule') : run.by} · <When at={run.queuedAt} as="relative" /></span></span>
        <RunState run={run} />
      </div>
      {run.lack && <LackText lack={run.lack} />}
      {run.state === 'done' && <p className="muted small">{t('runLine', { customers: format.number(run.customers ?? 0), changed: format.number(run.changed ?? 0) })}</p>}
      {undo.isError && <ProblemAlert error={undo.error} />}
      {run.state === 'done' && (
        <div className="row tight">
          <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>{t('compare')}</Button>
          {may && latest && <Button size="small" loading={undo.isPending} onClick={() => setAsking(true)}>{t('undo')}</Button>}
        </div>
      )}
      {open && <Compared id={run.id} card={card} />}
      {asking && (
        <Modal open title={t('undoTitle')} okText={t('undo')} cancelText={t('keep')} confirmLoading={undo.isPending} onOk={() => undo.mutate(run.id, { onSettled: () => setAsking(false) })} onCancel={() => setAsking(false)}>
          <p>{t('undoText')}</p>
        </Modal>
      )}
    </div>
  )
}

function Compared({ id, card }: { id: string; card: Card }) {
  const run = useRun(id)
  return <Load query={run}>{(data) => (data.moves ? <MovesTable moves={data.moves} card={card} /> : null)}</Load>
}
