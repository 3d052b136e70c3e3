import { AutoComplete, Checkbox, Drawer, Button, Form, InputNumber, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '@/lib/format'
import { ROUTES } from '@/lib/routes'
import { isProblem } from '@/lib/problem'
import { ConditionEditor, type ConditionJson } from '@/ui/condition-editor'
import { ProblemAlert } from '@/ui/problem-alert'
import { useAudienceNames, useSaveRule, type Category, type Rule } from './api'

interface Props {
  rule?: Rule
  categories: Category[]
  onClose: () => void
}

interface Values {
  audience: string
  category: string
  value: string
  days: string[]
  keepDays: number | null
  expireDays: number | null
  paused: boolean
}

const DAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN']
const MOST = 3650
const EVERYBODY: ConditionJson = { type: 'all', of: [] }
const AT = '/condition'

/** A tag that a rule gives: to the members of an audience, or to whoever meets a condition of the rule's own. */
export function RuleDialog({ rule, categories, onClose }: Props) {
  const { t } = useTranslation('tags')
  const { t: common } = useTranslation()
  const format = useFormat()
  const save = useSaveRule()
  const audiences = useAudienceNames()
  const [form] = Form.useForm<Values>()
  const category = Form.useWatch('category', form)
  const [by, setBy] = useState<'condition' | 'audience'>(rule ? 'audience' : 'condition')
  const [condition, setCondition] = useState(EVERYBODY)
  const ownCondition = by === 'condition'
  const wrong = isProblem(save.error) ? save.error.errors.filter(({ pointer }) => pointer.startsWith(AT)).map((each) => ({ ...each, pointer: each.pointer.slice(AT.length) })) : []
  const needed = [{ required: true, whitespace: true, message: t('needed') }]
  const known = categories.find((one) => one.name === category)?.values.filter((one) => !one.archived) ?? []
  return (
    <Drawer
      open size={by === 'condition' ? 760 : 480} title={t(rule ? 'rules.edit' : 'rules.new')} onClose={onClose}
      footer={<div className="row"><Button type="primary" loading={save.isPending} onClick={() => form.submit()}>{common('save')}</Button><Button onClick={onClose}>{common('cancel')}</Button></div>}
    >
      <Form
        form={form} layout="vertical" requiredMark={false}
        onFinish={(values) => save.mutate({ ...values, ...(ownCondition && { condition }), days: values.days ?? [], keepDays: values.keepDays ?? null, expireDays: values.expireDays ?? null, id: rule?.id }, { onSuccess: onClose })}
        initialValues={rule ?? { days: [], paused: false }}
      >
        {!rule && <Form.Item label={t('rules.who')}><Segmented aria-label={t('rules.who')} value={by} onChange={setBy} options={(['condition', 'audience'] as const).map((value) => ({ value, label: t(`rules.by.${value}`) }))} /></Form.Item>}
        {ownCondition && <div className="rule-condition"><ConditionEditor condition={EVERYBODY} problems={wrong} onChange={setCondition} /></div>}
        {!ownCondition && (
          <Form.Item name="audience" label={t('rules.by.audience')} extra={rule ? <Link to={`${ROUTES.audiences}/${rule.audience}${rule.own ? '/edit' : ''}`}>{t(rule.own ? 'rules.editCondition' : 'rules.openAudience')}</Link> : t('rules.whoHint')} rules={needed}>
            <Select showSearch={{ optionFilterProp: 'label' }} disabled={rule !== undefined} options={(audiences.data?.items ?? []).map((one) => ({ value: one.id, label: `${one.name} (${format.number(one.size)})` }))} />
          </Form.Item>
        )}
        <Form.Item name="category" label={t('category')} rules={needed}><AutoComplete disabled={rule !== undefined} options={categories.filter((one) => !one.archived).map((one) => ({ value: one.name }))} showSearch={{ filterOption: true }} /></Form.Item>
        <Form.Item name="value" label={t('value')} rules={needed}><AutoComplete disabled={rule !== undefined} options={known.map((one) => ({ value: one.value }))} showSearch={{ filterOption: true }} /></Form.Item>
        <Form.Item name="keepDays" label={t('rules.keep')} extra={t('rules.keepHint')}><InputNumber min={1} max={MOST} precision={0} /></Form.Item>
        <Form.Item name="expireDays" label={t('rules.expire')} extra={t('rules.expireHint')}><InputNumber min={1} max={MOST} precision={0} /></Form.Item>
        <Form.Item name="days" label={t('rules.days')}><Checkbox.Group options={DAYS.map((value) => ({ value, label: t(`day.${value}`) }))} /></Form.Item>
        {rule && <Form.Item name="paused" valuePropName="checked"><Checkbox>{t('rules.pause')}</Checkbox></Form.Item>}
      </Form>
      {save.isError && <ProblemAlert error={save.error} />}
    </Drawer>
  )
}
