import { UsergroupAddOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useFormat } from '@/lib/format'
import { http, query } from '@/lib/http'
import { ROUTES } from '@/lib/routes'
import { conditionOfList } from '@/lib/selection-condition'
import { useCan } from '@/lib/session'
import type { Page } from '@/lib/types'
import type { ExportedList } from './export-list'
import { ProblemAlert } from './problem-alert'

interface Kept {
  id: string
  name: string
  kind: string
}

/** The lists that are filled by hand. */
export function useLists() {
  return useQuery({ queryKey: ['audiences', 'lists'], queryFn: async () => (await http.get<Page<Kept>>('/audiences', { limit: 200 })).items.filter((each) => each.kind === 'static') })
}

/** Makes an audience of any list of customers: one that goes on living, or who is on it now. */
export function SaveList({ list, count }: { list: ExportedList; count?: number }) {
  const { t } = useTranslation('save')
  const may = useCan('AUDIENCES_WRITE')
  const [open, setOpen] = useState(false)
  if (!may) return null
  return (
    <>
      <Button icon={<UsergroupAddOutlined />} onClick={() => setOpen(true)}>{t('button')}</Button>
      {open && <SaveListDialog list={list} count={count} onClose={() => setOpen(false)} />}
    </>
  )
}

type How = 'live' | 'now' | 'add'

export function SaveListDialog({ list, count, onClose }: { list: ExportedList; count?: number; onClose: () => void }) {
  const { t } = useTranslation('save')
  const { t: common } = useTranslation()
  const format = useFormat()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { message } = App.useApp()
  const condition = conditionOfList(list)
  const lists = useLists()
  const [how, setHow] = useState<How>(condition ? 'live' : 'now')
  const [name, setName] = useState('')
  const [into, setInto] = useState<string>()
  const at = query({ asOf: list.asOf })
  const from = { q: list.q || undefined, in: list.in, tag: list.tag || undefined, kind: list.kind || undefined }
  const save = useMutation({
    mutationFn: async () => {
      if (how === 'add') return (await http.post<{ id: string }>(`/audiences/${into}/customers${at}`, { from })).id
      return (await http.post<{ id: string }>(`/audiences${at}`, how === 'live' ? { name: name.trim(), kind: 'dynamic', condition } : { name: name.trim(), kind: 'static', from })).id
    },
    onSuccess: async (id) => {
      await client.invalidateQueries({ queryKey: ['audiences'] })
      void message.success(common('saved'))
      void navigate(`${ROUTES.audiences}/${encodeURIComponent(id)}`)
    },
  })
  const ready = how === 'add' ? into !== undefined : name.trim() !== ''
  const shown = count === undefined ? '' : format.number(count)
  return (
    <Modal open title={t('title')} okText={common('save')} cancelText={common('cancel')} okButtonProps={{ disabled: !ready }} confirmLoading={save.isPending} onCancel={onClose} onOk={() => save.mutate()}>
      <div className="stack">
        <Radio.Group className="stack" aria-label={t('title')} value={how} onChange={(event) => setHow(event.target.value as How)}>
          <Radio value="live" disabled={!condition}>{t('live')}<span className="muted small block">{t(condition ? 'liveHint' : 'liveNot')}</span></Radio>
          <Radio value="now">{t('now')}<span className="muted small block">{t('nowHint', { shown })}</span></Radio>
          <Radio value="add" disabled={(lists.data ?? []).length === 0}>{t('add')}<span className="muted small block">{t('addHint')}</span></Radio>
        </Radio.Group>
        {how === 'add'
          ? <Select aria-label={t('which')} placeholder={t('which')} showSearch={{ optionFilterProp: 'label' }} value={into} onChange={setInto} options={(lists.data ?? []).map((each) => ({ value: each.id, label: each.name }))} />
          : <Form layout="vertical" component="div"><Form.Item label={t('name')} htmlFor="save-name" required><Input id="save-name" value={name} maxLength={200} onChange={(event) => setName(event.target.value)} /></Form.Item></Form>}
        {save.isError && <ProblemAlert error={save.error} />}
      </div>
    </Modal>
  )
}
