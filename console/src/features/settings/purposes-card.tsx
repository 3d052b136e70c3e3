import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { http } from '@/lib/http'
import { useCan } from '@/lib/session'
import type { Label } from '@/lib/types'
import { Card } from '@/ui/card'
import { Load, Skeleton } from '@/ui/load'
import { ProblemAlert } from '@/ui/problem-alert'

interface Purpose {
  key: string
  label: Label
}

/** To what customers can consent. */
export function PurposesCard() {
  const { t } = useTranslation('variables')
  const purposes = useQuery({ queryKey: ['consent-purposes'], queryFn: async () => (await http.get<{ items: Purpose[] }>('/consent-purposes')).items })
  return (
    <Card title={t('purposes.title')} hint={t('purposes.hint')}>
      <Load query={purposes} skeleton={<Skeleton lines={3} />}>{(all) => <Editor all={all} />}</Load>
    </Card>
  )
}

function Editor({ all }: { all: Purpose[] }) {
  const { t } = useTranslation('variables')
  const { t: common } = useTranslation()
  const { message } = App.useApp()
  const may = useCan('SETTINGS_WRITE')
  const client = useQueryClient()
  const save = useMutation({
    mutationFn: (items: Purpose[]) => http.put('/consent-purposes', { items }),
    onSuccess: async () => {
      await Promise.all([['consent-purposes'], ['condition-vocabulary']].map((queryKey) => client.invalidateQueries({ queryKey })))
      void message.success(common('saved'))
    },
  })
  if (!may) return <ul>{all.map((one) => <li key={one.key}>{one.label.en} · {one.label.zh}</li>)}</ul>
  const needed = [{ required: true, whitespace: true, message: t('needed') }]
  return (
    <Form initialValues={{ items: all }} onFinish={({ items }: { items: Purpose[] }) => save.mutate(items)} requiredMark={false}>
      <Form.List name="items">
        {(rows, { add, remove }) => (
          <div className="stack tight">
            {rows.map((row) => (
              <div key={row.key} className="row purpose-row">
                <Form.Item name={[row.name, 'key']} rules={[...needed, { pattern: /^[a-z0-9][a-z0-9_-]{0,39}$/, message: t('purposes.badKey') }]} noStyle><Input aria-label={t('purposes.key')} placeholder={t('purposes.key')} /></Form.Item>
                <Form.Item name={[row.name, 'label', 'en']} rules={needed} noStyle><Input aria-label={t('purposes.en')} placeholder={t('purposes.en')} /></Form.Item>
                <Form.Item name={[row.name, 'label', 'zh']} rules={needed} noStyle><Input aria-label={t('purposes.zh')} placeholder={t('purposes.zh')} /></Form.Item>
                <Button type="text" icon={<DeleteOutlined />} aria-label={t('purposes.remove')} disabled={rows.length === 1} onClick={() => remove(row.name)} />
              </div>
            ))}
            <div className="row"><Button icon={<PlusOutlined />} onClick={() => add({ key: '', label: { en: '', zh: '' } })}>{t('purposes.add')}</Button><Button type="primary" htmlType="submit" loading={save.isPending}>{common('save')}</Button></div>
          </div>
        )}
      </Form.List>
      {save.isError && <ProblemAlert error={save.error} />}
    </Form>
  )
}
