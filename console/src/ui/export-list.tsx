import { DownloadOutlined } from '@ant-design/icons'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { download, http, query } from '@/lib/http'
import { useLabel } from '@/lib/i18n'
import { useJob } from '@/lib/jobs'
import { keep, kept } from '@/lib/kept'
import { useCan } from '@/lib/session'
import type { Label } from '@/lib/types'
import { JobProgress } from './job-progress'
import { Load, Skeleton } from './load'
import { ProblemAlert } from './problem-alert'

/** Which customers, as the address of their list has it. */
export interface ExportedList {
  q?: string
  in?: string[]
  tag?: string
  asOf?: string
  kind?: string
}

interface Column {
  key: string
  group: string
  label: Label
  basic: boolean
}

interface Props {
  list: ExportedList
  /** What the file is called. */
  name?: string
  /** How many rows it will have, if that is known. */
  count?: number
  small?: boolean
}

/** Takes a list of customers out as a file, with chosen columns and masked as it is shown. */
export function ExportList(props: Props) {
  const { t } = useTranslation('export')
  const may = useCan('LISTS_EXPORT')
  const [open, setOpen] = useState(false)
  if (!may) return null
  return (
    <>
      <Button size={props.small ? 'small' : undefined} icon={<DownloadOutlined />} onClick={() => setOpen(true)}>{t('button')}</Button>
      {open && <Dialog {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

const KEPT = 'export.columns'

function Dialog({ list, name, count, onClose }: Props & { onClose: () => void }) {
  const { t } = useTranslation('export')
  const { t: common } = useTranslation()
  const format = useFormat()
  const [type, setType] = useState<'csv' | 'xlsx'>('xlsx')
  const [mark, setMark] = useState(true)
  const [chosen, setChosen] = useState<string[] | null>(() => kept<string[]>(KEPT))
  const columns = useQuery({ queryKey: ['export-columns'], queryFn: async () => (await http.get<{ items: Column[] }>('/customers/exports/columns')).items })
  const begin = useMutation({ mutationFn: (wanted: string[]) => http.post<{ id: string; job: string; rows: number }>(`/customers/exports${query({ asOf: list.asOf })}`, { ...cleaned(list), format: type, mark, columns: wanted, name }) })
  const known = columns.data ?? []
  const wanted = (chosen ?? known.filter((each) => each.basic).map((each) => each.key)).filter((key) => known.some((each) => each.key === key))
  const start = () => {
    keep(KEPT, wanted)
    begin.mutate(known.map((each) => each.key).filter((key) => wanted.includes(key)))
  }
  return (
    <Modal
      open title={t('title')} onCancel={onClose} width={640}
      footer={begin.data ? <Button onClick={onClose}>{t('close')}</Button> : <><Button onClick={onClose}>{common('cancel')}</Button><Button type="primary" disabled={wanted.length === 0} loading={begin.isPending} onClick={start}>{t('begin')}</Button></>}
    >
      {begin.data ? <Writing id={begin.data.id} job={begin.data.job} /> : (
        <div className="stack">
          <p>{count === undefined ? t('lead') : t('rows', { count, shown: format.number(count) })} <span className="muted">{t('masked')}</span></p>
          <div className="row">
            <Segmented aria-label={t('format')} value={type} onChange={(next) => setType(next as 'csv')} options={[{ value: 'xlsx', label: 'Excel' }, { value: 'csv', label: 'CSV' }]} />
            {type === 'csv' && <Checkbox checked={mark} onChange={(event) => setMark(event.target.checked)}>{t('mark')}</Checkbox>}
          </div>
          <Load query={columns} skeleton={<Skeleton lines={6} />}>{(all) => <Columns all={all} chosen={wanted} onChoose={setChosen} />}</Load>
          {begin.isError && <ProblemAlert error={begin.error} />}
        </div>
      )}
    </Modal>
  )
}

const cleaned = ({ q, in: chosen, tag, kind }: ExportedList) => ({ q: q || undefined, in: chosen, tag: tag || undefined, kind: kind || undefined })

function Columns({ all, chosen, onChoose }: { all: Column[]; chosen: string[]; onChoose: (keys: string[]) => void }) {
  const { t } = useTranslation('export')
  const label = useLabel()
  const groups = [...new Set(all.map((each) => each.group))]
  return (
    <div className="stack export-columns">
      {groups.map((group) => {
        const keys = all.filter((each) => each.group === group).map((each) => each.key)
        return (
          <fieldset key={group}>
            <legend>{t(`group.${group}`, { defaultValue: group })}</legend>
            <Checkbox.Group
              value={chosen.filter((key) => keys.includes(key))} options={all.filter((each) => each.group === group).map((each) => ({ value: each.key, label: label(each.label, each.key) }))}
              onChange={(picked) => onChoose([...chosen.filter((key) => !keys.includes(key)), ...picked])}
            />
          </fieldset>
        )
      })}
    </div>
  )
}

function Writing({ id, job }: { id: string; job: string }) {
  const { t } = useTranslation('export')
  const running = useJob(job)
  const save = useMutation({ mutationFn: () => download(`/customers/exports/${encodeURIComponent(id)}/file`, 'customers') })
  return (
    <div className="stack" role="status">
      <Load query={running} skeleton={<Skeleton lines={2} />}>{(data) => <JobProgress job={data} />}</Load>
      {running.data?.state === 'done' && <div className="row"><Button type="primary" icon={<DownloadOutlined />} loading={save.isPending} onClick={() => save.mutate()}>{t('save')}</Button><span className="muted small">{t('kept')}</span></div>}
      {save.isError && <ProblemAlert error={save.error} />}
    </div>
  )
}
