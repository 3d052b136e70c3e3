import { App, Button, Drawer, Popconfirm, Switch } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { useLabel } from '@/lib/i18n'
import { isProblem } from '@/lib/problem'
import { Load } from '@/ui/load'
import { ProblemAlert } from '@/ui/problem-alert'
import { usePreview, useRestoreScheme, useSaveScheme, useScheme, useTell, type Preview, type Rules, type Scheme } from './api'
import { StageEditor } from './stage-editor'

interface Props {
  scheme: string
  onClose: () => void
}

export function RulesDrawer({ scheme, onClose }: Props) {
  const { t } = useTranslation('lifecycle')
  const loaded = useScheme(scheme)
  return (
    <Drawer open onClose={onClose} title={t('rules')} size={960}>
      <Load query={loaded}>{(data) => <Editor key={data.key} scheme={data} onClose={onClose} />}</Load>
    </Drawer>
  )
}

/** Ordered rules: a customer is in the first stage whose rule holds. A preview says who would move before it is saved. */
function Editor({ scheme, onClose }: { scheme: Scheme; onClose: () => void }) {
  const { t } = useTranslation('lifecycle')
  const { t: common } = useTranslation()
  const label = useLabel()
  const { message } = App.useApp()
  const [open, setOpen] = useState<string | null>(null)
  const [rules, setRules] = useState<Rules>({ stages: scheme.stages.map(({ key, label, rule }) => ({ key, label, rule: rule.condition })) })
  const preview = usePreview(scheme.key)
  const save = useSaveScheme(scheme.key)
  const restore = useRestoreScheme(scheme.key)
  const done = () => {
    void message.success(common('saved'))
    onClose()
  }
  const set = (i: number, stage: Rules['stages'][number]) => setRules({ stages: rules.stages.map((old, at) => (at === i ? stage : old)) })
  const move = (i: number, by: number) => {
    const stages = [...rules.stages]
    const [taken] = stages.splice(i, 1)
    if (taken) stages.splice(i + by, 0, taken)
    setRules({ stages })
  }
  const error = save.error ?? preview.error ?? restore.error
  const problemsOf = (i: number) => (isProblem(error) ? error.errors : []).flatMap((problem) => {
    const at = `/stages/${i}/rule`
    return problem.pointer === at || problem.pointer.startsWith(`${at}/`) ? [{ ...problem, pointer: problem.pointer.slice(at.length) }] : []
  })
  const sentenceOf = (stage: Rules['stages'][number]) => {
    const saved = scheme.stages.find(({ key, rule }) => key === stage.key && JSON.stringify(rule.condition) === JSON.stringify(stage.rule))
    return saved ? label(saved.rule.sentence) : null
  }
  return (
    <div className="stack">
      <p className="muted">{t('rulesHint')}</p>
      <ol className="stack">
        {rules.stages.map((stage, i) => (
          <StageEditor
            key={stage.key} stage={stage} index={i} last={i === rules.stages.length - 1} sentence={sentenceOf(stage)} open={open === stage.key} problems={problemsOf(i)}
            onOpen={(opened) => setOpen(opened ? stage.key : null)} onChange={(next) => set(i, next)} onMove={(by) => move(i, by)}
            onRemove={rules.stages.length > 1 ? () => setRules({ stages: rules.stages.filter((_, at) => at !== i) }) : undefined}
          />
        ))}
      </ol>
      {error && <ProblemAlert error={error} />}
      {preview.data && <Previewed preview={preview.data} />}
      <div className="row">
        <Button type="primary" loading={save.isPending} onClick={() => save.mutate(rules, { onSuccess: done })}>{common('save')}</Button>
        <Button loading={preview.isPending} onClick={() => preview.mutate(rules)}>{t('preview')}</Button>
        <Popconfirm title={t('restoreSure')} okText={t('restore')} cancelText={common('cancel')} onConfirm={() => restore.mutate(undefined, { onSuccess: done })}>
          <Button loading={restore.isPending}>{t('restore')}</Button>
        </Popconfirm>
      </div>
      <Telling scheme={scheme} />
    </div>
  )
}

/** Facts of changed stages are for what begins with one; lists and conditions do without. */
function Telling({ scheme }: { scheme: Scheme }) {
  const { t } = useTranslation('lifecycle')
  const tell = useTell(scheme.key)
  return (
    <section className="telling">
      <label className="row tight" htmlFor="telling"><Switch id="telling" size="small" checked={scheme.told !== 'off'} loading={tell.isPending || scheme.told === 'placing'} onChange={(told) => tell.mutate(told)} /><span>{t('tell')}</span></label>
      <p className="muted small">{t(scheme.told === 'placing' ? 'tellPlacing' : 'tellHint')}</p>
      {tell.isError && <ProblemAlert error={tell.error} />}
    </section>
  )
}

function Previewed({ preview }: { preview: Preview }) {
  const { t } = useTranslation('lifecycle')
  const format = useFormat()
  const label = useLabel()
  return (
    <section className="meaning-box" aria-live="polite">
      {preview.moving !== undefined && <p className="strong">{t('moving', { count: preview.moving, shown: format.number(preview.moving) })}</p>}
      <ul className="preview-list">
        {preview.stages.map((stage) => (
          <li key={stage.key}><span>{label(stage.label, stage.key)}</span><span className="num">{stage.before !== null && stage.before !== undefined ? `${format.number(stage.before)} → ` : ''}<b>{format.number(stage.customers)}</b></span></li>
        ))}
      </ul>
    </section>
  )
}
