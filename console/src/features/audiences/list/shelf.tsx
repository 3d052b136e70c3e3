import { FolderOutlined } from '@ant-design/icons'
import { App, AutoComplete, Button, Form, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { ProblemAlert } from '@/ui/problem-alert'
import { useFolderTree, useMoveFolder, useOwners, type AudienceFilter } from '../api'

interface Props {
  state: AudienceFilter
  onChange: (part: Partial<AudienceFilter>) => void
}

/** Which folder, whose, in which state; and the folder's own place. */
export function Shelf({ state, onChange }: Props) {
  const { t } = useTranslation('audiences')
  const may = useCan('AUDIENCES_WRITE')
  const tree = useFolderTree()
  const owners = useOwners()
  const [moving, setMoving] = useState(false)
  const names = [...new Set([...owners, state.owner])].filter(Boolean)
  return (
    <>
      {(tree.length > 0 || state.folder) && (
        <Select
          allowClear showSearch={{ optionFilterProp: 'value' }} aria-label={t('anyFolder')} placeholder={t('anyFolder')} value={state.folder || undefined} onChange={(folder?: string) => onChange({ folder: folder ?? '' })} style={{ minWidth: 200 }} popupMatchSelectWidth={false}
          options={tree.map(({ path, depth, name, audiences }) => ({ value: path, label: <span style={{ paddingInlineStart: depth * 14 }}>{name} <span className="muted num">{audiences}</span></span> }))} labelRender={() => state.folder}
        />
      )}
      {names.length > 1 && <Select allowClear showSearch aria-label={t('anyOwner')} placeholder={t('anyOwner')} value={state.owner || undefined} onChange={(owner?: string) => onChange({ owner: owner ?? '' })} style={{ minWidth: 150 }} options={names.map((value) => ({ value, label: value }))} />}
      <Select allowClear aria-label={t('anyState')} placeholder={t('anyState')} value={state.state || undefined} onChange={(next?: string) => onChange({ state: next ?? '' })} style={{ minWidth: 130 }} options={['live', 'evaluating', 'failed'].map((value) => ({ value, label: t(`state.${value}`) }))} />
      {may && state.folder && <Button icon={<FolderOutlined />} onClick={() => setMoving(true)}>{t('moveFolder')}</Button>}
      {moving && <MoveFolder from={state.folder} paths={tree.map(({ path }) => path)} onClose={() => setMoving(false)} onMoved={(folder) => onChange({ folder })} />}
    </>
  )
}

function MoveFolder({ from, paths, onClose, onMoved }: { from: string; paths: string[]; onClose: () => void; onMoved: (to: string) => void }) {
  const { t } = useTranslation('audiences')
  const { t: common } = useTranslation()
  const format = useFormat()
  const { message } = App.useApp()
  const [to, setTo] = useState(from)
  const move = useMoveFolder()
  const save = () => move.mutate({ from, to }, {
    onSuccess: ({ audiences }) => {
      void message.success(t('folderMoved', { count: audiences, shown: format.number(audiences) }))
      onMoved(to.trim())
      onClose()
    },
  })
  return (
    <Modal open title={t('moveFolderOf', { name: from })} okText={common('save')} cancelText={common('cancel')} okButtonProps={{ disabled: to.trim() === from }} confirmLoading={move.isPending} onCancel={onClose} onOk={save}>
      <Form layout="vertical" component="div">
        <Form.Item label={t('folderTo')} htmlFor="folder-to" help={t('folderHint')}><AutoComplete id="folder-to" value={to} options={paths.map((value) => ({ value }))} showSearch={{ filterOption: true }} onChange={setTo} /></Form.Item>
      </Form>
      {move.isError && <ProblemAlert error={move.error} />}
    </Modal>
  )
}
