import { App, Button, Drawer, Form, Input, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from '@/ui/problem-alert'
import { useSaveRule } from './api'
import type { Rule } from './types'

type Shown = Omit<Rule, 'points'> & { points: string }

const LINE = /^\s*(.+?)\s*=\s*(\d+(?:\.\d+)?)\s*$/
const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '')
const written = (points: Record<string, number>) => Object.entries(points).map(([event, worth]) => `${event} = ${worth}`).join('\n')
const read = (text: string) => Object.fromEntries(lines(text).map((line) => {
  const [, event = '', worth = '0'] = LINE.exec(line) ?? []
  return [event, Number(worth)]
}))

/** By which rule somebody is a KOL or a KOC, and what sharing counts. */
export function RuleDrawer({ rule, onClose }: { rule: Rule; onClose: () => void }) {
  const { t } = useTranslation('influence')
  const { t: common } = useTranslation()
  const { message } = App.useApp()
  const save = useSaveRule()
  const [form] = Form.useForm<Shown>()
  const submit = (shown: Shown) => save.mutate({ ...shown, kocConversion: shown.kocConversion / 100, generationDiscount: shown.generationDiscount / 100, points: read(shown.points) }, {
    onSuccess: () => {
      void message.success(common('saved'))
      onClose()
    },
  })
  const number = (name: keyof Shown, label: string, max: number, min = 1, suffix?: string) => <Form.Item name={name} label={label} rules={[{ required: true }]}><InputNumber min={min} max={max} suffix={suffix} style={{ width: '100%' }} /></Form.Item>
  return (
    <Drawer open onClose={onClose} title={t('rule.title')} size={420} footer={<div className="row"><Button type="primary" loading={save.isPending} onClick={() => form.submit()}>{common('save')}</Button><Button onClick={onClose}>{common('cancel')}</Button></div>}>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit} initialValues={{ ...rule, kocConversion: rule.kocConversion * 100, generationDiscount: rule.generationDiscount * 100, points: written(rule.points) }}>
        {save.isError && <ProblemAlert error={save.error} />}
        {number('kolReach', t('rule.kolReach'), 10_000)}
        {number('kocOrdered', t('rule.kocOrdered'), 1_000)}
        {number('kocConversion', t('rule.kocConversion'), 100, 0, '%')}
        {number('generationDiscount', t('rule.discount'), 100, 0, '%')}
        <Form.Item name="points" label={t('rule.points')} extra={t('rule.pointsHint')} rules={[{ validator: (_, text: string) => (lines(text ?? '').every((line) => LINE.test(line)) ? Promise.resolve() : Promise.reject(new Error(t('rule.pointsWrong')))) }]}><Input.TextArea autoSize={{ minRows: 6 }} /></Form.Item>
      </Form>
    </Drawer>
  )
}
