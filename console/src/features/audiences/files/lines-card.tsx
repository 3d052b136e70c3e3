import { Button, Input, Modal, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { useJob } from '@/lib/jobs'
import { useCan } from '@/lib/session'
import { Card } from '@/ui/card'
import { JobProgress } from '@/ui/job-progress'
import { ProblemAlert } from '@/ui/problem-alert'
import { When } from '@/ui/when'
import { useDismiss, useFills, useLines, useMend, useRefreshList, useReveal, useTryAgain, type Fill, type Line } from './api'
import { FillState } from './fill-state'

const LATEST = 3

/** The files that filled a list, and the lines that wait for somebody to be found. */
export function LinesCard({ audience }: { audience: string }) {
  const { t } = useTranslation('lists')
  const fills = useFills(audience)
  if (!fills.data || fills.data.length === 0) return null
  return (
    <>
      <Card title={t('files')}><ul className="stack">{fills.data.slice(0, LATEST).map((fill) => <li key={fill.id}><OneFill fill={fill} /></li>)}</ul></Card>
      <Waiting audience={audience} />
    </>
  )
}

function OneFill({ fill }: { fill: Fill }) {
  const { t } = useTranslation('lists')
  return (
    <div className="stack tight">
      <p><b>{fill.filename}</b> <span className="muted small">{t(`verb.${fill.verb}`)} · {t(`kind.${fill.kind}`)} · {fill.by} · <When at={fill.at} as="relative" /></span></p>
      <FillState fill={fill} />
    </div>
  )
}

function Waiting({ audience }: { audience: string }) {
  const { t } = useTranslation('lists')
  const { t: common } = useTranslation()
  const format = useFormat()
  const may = useCan('AUDIENCES_WRITE')
  const lines = useLines(audience)
  const again = useTryAgain(audience)
  const dismiss = useDismiss(audience)
  const refresh = useRefreshList()
  const job = useJob(again.data?.job ?? null, () => void refresh())
  const [asking, setAsking] = useState(false)
  const rows = lines.data?.pages.flatMap((page) => page.items) ?? []
  const total = lines.data?.pages[0]?.total ?? 0
  const found = job.data?.state === 'done' ? job.data.counts?.found : undefined
  if (rows.length === 0 && found === undefined) return null
  return (
    <Card
      title={t('waiting', { count: total, shown: format.number(total) })} hint={t('waitingHint')}
      extra={may && rows.length > 0 && (
        <>
          <Button size="small" loading={again.isPending} onClick={() => again.mutate()}>{t('tryAll')}</Button>
          <Button size="small" danger onClick={() => setAsking(true)}>{t('dismissAll')}</Button>
        </>
      )}
    >
      <div className="stack tight">
        {again.isError && <ProblemAlert error={again.error} />}
        {job.data && job.data.state !== 'done' && <JobProgress job={job.data} compact />}
        {found !== undefined && <p role="status" className="strong">{t('foundNow', { count: found, shown: format.number(found) })}</p>}
        <ul className="waiting-lines">{rows.map((line) => <li key={`${line.fill}-${line.line}`}><OneLine audience={audience} line={line} may={may} /></li>)}</ul>
        {lines.hasNextPage && <div><Button size="small" loading={lines.isFetchingNextPage} onClick={() => void lines.fetchNextPage()}>{common('list.more')}</Button></div>}
      </div>
      <Modal open={asking} title={t('dismissAll')} okText={t('dismiss')} cancelText={common('cancel')} okButtonProps={{ danger: true }} confirmLoading={dismiss.isPending} onCancel={() => setAsking(false)} onOk={() => dismiss.mutate(null, { onSettled: () => setAsking(false) })}>
        <p>{t('dismissSure', { count: total, shown: format.number(total) })}</p>
        {dismiss.isError && <ProblemAlert error={dismiss.error} />}
      </Modal>
    </Card>
  )
}

function OneLine({ audience, line, may }: { audience: string; line: Line; may: boolean }) {
  const { t } = useTranslation('lists')
  const { t: common } = useTranslation()
  const format = useFormat()
  const reveals = useCan('CUSTOMERS_REVEAL')
  const [text, setText] = useState<string | null>(null)
  const reveal = useReveal(audience)
  const mend = useMend(audience)
  const dismiss = useDismiss(audience)
  const field = useRef<InputRef>(null)
  const editing = text !== null
  useEffect(() => {
    if (editing) field.current?.focus()
  }, [editing])
  const edit = () => (reveals ? reveal.mutate(line, { onSuccess: (whole) => setText(whole ?? '') }) : setText(''))
  const name = t('lineOf', { line: format.number(line.line), file: line.filename })
  return (
    <div className="waiting-line">
      <span className="muted num small" title={name}>{format.number(line.line)}</span>
      {text === null
        ? <span className="grow"><span>{line.text || '—'}</span> <span className="muted small">{t(`reason.${mend.data?.reason ?? line.reason}`)}</span></span>
        : (
          <form className="grow row tight" onSubmit={(event) => { event.preventDefault(); mend.mutate({ line, text }, { onSuccess: () => setText(null) }) }}>
            <Input ref={field} size="small" aria-label={name} value={text} maxLength={500} onChange={(event) => setText(event.target.value)} />
            <Button size="small" type="primary" htmlType="submit" loading={mend.isPending} disabled={text.trim() === ''}>{t('tryOne')}</Button>
            <Button size="small" onClick={() => setText(null)}>{common('cancel')}</Button>
          </form>
        )}
      {may && text === null && (
        <span className="row tight">
          <Button size="small" loading={reveal.isPending} aria-label={`${t('fix')}: ${name}`} onClick={edit}>{t('fix')}</Button>
          <Button size="small" type="text" loading={dismiss.isPending} aria-label={`${t('dismiss')}: ${name}`} onClick={() => dismiss.mutate(line)}>{t('dismiss')}</Button>
        </span>
      )}
      {(mend.isError || dismiss.isError || reveal.isError) && <ProblemAlert error={mend.error ?? dismiss.error ?? reveal.error} />}
    </div>
  )
}
