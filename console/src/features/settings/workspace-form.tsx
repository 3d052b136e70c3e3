import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { App, Button, Form, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { CURRENCIES, ZONES } from '@/lib/choices'
import { useCan } from '@/lib/session'
import { ProblemAlert } from '@/ui/problem-alert'
import { useSaveWorkspace, type Workspace } from './api'

const MICROS = 1_000_000

interface Values extends Omit<Workspace, 'rates' | 'version'> {
  rates: { currency: string; rate: number }[]
}

export function WorkspaceForm({ workspace }: { workspace: Workspace }) {
  const { t } = useTranslation('settings')
  const { t: common } = useTranslation()
  const { message } = App.useApp()
  const may = useCan('SETTINGS_WRITE')
  const save = useSaveWorkspace()
  const [form] = Form.useForm<Values>()
  const currency = Form.useWatch('currency', form) ?? workspace.currency
  const initial: Values = { ...workspace, rates: Object.entries(workspace.rates ?? {}).map(([code, micros]) => ({ currency: code, rate: micros / MICROS })) }
  const submit = ({ rates, ...values }: Values) =>
    save.mutate(
      { ...workspace, ...values, phoneRegion: values.phoneRegion.toUpperCase(), rates: Object.fromEntries((rates ?? []).filter((rate) => rate?.currency && rate.rate > 0).map((rate) => [rate.currency, Math.round(rate.rate * MICROS)])) },
      { onSuccess: () => void message.success(common('saved')) },
    )
  const needed = [{ required: true, message: t('needed') }]
  const codes = CURRENCIES.map((value) => ({ value, label: value }))
  return (
    <Form form={form} layout="vertical" initialValues={initial} disabled={!may} requiredMark={false} onFinish={submit} className="two">
      <Form.Item name="name" label={t('workspace.name')} rules={needed}><Input maxLength={100} /></Form.Item>
      <Form.Item name="zone" label={t('workspace.zone')} rules={needed}><Select showSearch options={ZONES.map((value) => ({ value, label: value }))} /></Form.Item>
      <Form.Item name="currency" label={t('workspace.currency')}><Select showSearch options={codes} /></Form.Item>
      <Form.Item name="language" label={t('workspace.language')}><Select options={[{ value: 'en', label: 'English' }, { value: 'zh', label: '中文' }]} /></Form.Item>
      <Form.Item name="phoneRegion" label={t('workspace.phoneRegion')} rules={[{ required: true, pattern: /^[A-Za-z]{2}$/, message: t('workspace.region2') }]}><Input maxLength={2} /></Form.Item>
      <fieldset className="wide rates">
        <legend>{t('workspace.rates')}</legend>
        <p className="muted small">{t('workspace.ratesHint', { currency: currency ?? '' })}</p>
        <Form.List name="rates">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => (
                <div className="row tight" key={key}>
                  <span>1</span>
                  <Form.Item name={[name, 'currency']} noStyle><Select showSearch options={codes} aria-label={t('workspace.currency')} style={{ width: 104 }} /></Form.Item>
                  <span>=</span>
                  <Form.Item name={[name, 'rate']} noStyle><InputNumber min={0} step={0.01} aria-label={t('workspace.rate')} suffix={currency ?? undefined} style={{ width: 160 }} /></Form.Item>
                  {may && <Button type="text" icon={<DeleteOutlined />} aria-label={common('remove')} onClick={() => remove(name)} />}
                </div>
              ))}
              {may && <Button type="dashed" icon={<PlusOutlined />} onClick={() => add({ currency: 'USD', rate: 1 })} style={{ width: 'fit-content' }}>{t('workspace.addRate')}</Button>}
            </>
          )}
        </Form.List>
      </fieldset>
      {save.isError && <div className="wide"><ProblemAlert error={save.error} /></div>}
      {may && <div className="wide"><Button type="primary" htmlType="submit" loading={save.isPending}>{common('save')}</Button></div>}
    </Form>
  )
}
