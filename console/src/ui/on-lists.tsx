import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { http } from '@/lib/http'
import { ProblemAlert } from './problem-alert'
import { useLists } from './save-list'

/** Puts one customer on a list, or takes them off it. */
export function OnLists({ customer, onClose }: { customer: string; onClose: () => void }) {
  const { t } = useTranslation('save')
  const client = useQueryClient()
  const { message } = App.useApp()
  const lists = useLists()
  const [list, setList] = useState<string>()
  const put = useMutation({
    mutationFn: (verb: 'add' | 'remove') => http.post(`/audiences/${list}/customers${verb === 'remove' ? '/remove' : ''}`, { customers: [customer] }),
    onSuccess: async (_, verb) => {
      await Promise.all([['audiences'], ['audience'], ['timeline'], ['customer']].map((queryKey) => client.invalidateQueries({ queryKey })))
      void message.success(t(verb === 'add' ? 'onList' : 'offList'))
      onClose()
    },
  })
  const button = (verb: 'add' | 'remove') => <Button key={verb} type={verb === 'add' ? 'primary' : 'default'} danger={verb === 'remove'} disabled={!list} loading={put.isPending && put.variables === verb} onClick={() => put.mutate(verb)}>{t(verb === 'add' ? 'putOn' : 'takeOff')}</Button>
  return (
    <Modal open title={t('lists')} onCancel={onClose} footer={[button('remove'), button('add')]}>
      <div className="stack">
        {lists.data?.length === 0
          ? <p className="muted">{t('noLists')}</p>
          : <Select aria-label={t('which')} placeholder={t('which')} showSearch={{ optionFilterProp: 'label' }} loading={lists.isPending} value={list} onChange={setList} options={(lists.data ?? []).map((each) => ({ value: each.id, label: each.name }))} />}
        {put.isError && <ProblemAlert error={put.error} />}
      </div>
    </Modal>
  )
}
