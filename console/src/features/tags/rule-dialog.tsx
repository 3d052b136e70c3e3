import { AutoComplete, Checkbox, Form, InputNumber, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '@/lib/format'
import { ROUTES } from '@/lib/routes'
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

export function RuleDialog({ rule, categories, onClose }: Props) {
  const { t } = useTranslation('tags')
  const { t: common } = useTranslation()
  const format = useFormat()
  const save = useSaveRule()
  const audiences = useAudienceNames()
  const [form] = Form.useForm<Values>()
  const category = Form.useWatch('category', form)
  const needed = [{ required: true, whitespace: true, message: t('needed') }]
  const known = categories.find((one) => one.name === category)?.values.filter((one) => !one.archived) ?? []
  return (
    <Modal open title={t(rule ? 'rules.edit' : 'rules.new')} okText={common('save')} cancelText={common('cancel')} confirmLoading={save.isPending} onOk={() => form.submit()} onCancel={onClose}>
      <Form
        form={form} layout="vertical" requiredMark={false}
        onFinish={(values) => save.mutate({ ...values, days: values.days ?? [], keepDays: values.keepDays ?? null, expireDays: values.expireDays ?? null, id: rule?.id }, { onSuccess: onClose })}
        initialValues={rule ?? { days: [], paused: false }}
      >
        <Form.Item name="audience" label={t('rules.who')} extra={!rule && <>{t('rules.whoHint')} <Link to={ROUTES.newAudience}>{t('rules.newAudience')}</Link></>} rules={needed}>
          <Select showSearch={{ optionFilterProp: 'label' }} disabled={rule !== undefined} options={(audiences.data?.items ?? []).map((one) => ({ value: one.id, label: `${one.name} (${format.number(one.size)})` }))} />
        </Form.Item>
        <Form.Item name="category" label={t('category')} rules={needed}><AutoComplete disabled={rule !== undefined} options={categories.filter((one) => !one.archived).map((one) => ({ value: one.name }))} showSearch={{ filterOption: true }} /></Form.Item>
        <Form.Item name="value" label={t('value')} rules={needed}><AutoComplete disabled={rule !== undefined} options={known.map((one) => ({ value: one.value }))} showSearch={{ filterOption: true }} /></Form.Item>
        <Form.Item name="keepDays" label={t('rules.keep')} extra={t('rules.keepHint')}><InputNumber min={1} max={MOST} precision={0} /></Form.Item>
        <Form.Item name="expireDays" label={t('rules.expire')} extra={t('rules.expireHint')}><InputNumber min={1} max={MOST} precision={0} /></Form.Item>
        <Form.Item name="days" label={t('rules.days')}><Checkbox.Group options={DAYS.map((value) => ({ value, label: t(`day.${value}`) }))} /></Form.Item>
        {rule && <Form.Item name="paused" valuePropName="checked"><Checkbox>{t('rules.pause')}</Checkbox></Form.Item>}
      </Form>
      {save.isError && <ProblemAlert error={save.error} />}
    </Modal>
  )
}
