import { App, Button, Drawer, Form, InputNumber, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { decimals } from '@/lib/format'
import { ProblemAlert } from '@/ui/problem-alert'
import { useSaveRates } from './api'
import type { EconomicsSettings } from './types'

const HUNDRED = 100
const times = (value: number | null | undefined, by: number) => (value === null || value === undefined ? null : Math.round(value * by * 1e6) / 1e6)
const whole = (value: number | null | undefined, unit: number) => (value === null || value === undefined ? null : Math.round(value * unit))

/** By which rates and costs loyalty is weighed; in whole money and per cent here. */
export function RatesDrawer({ settings, currency, onClose }: { settings: EconomicsSettings; currency: string; onClose: () => void }) {
  const { t } = useTranslation('economics')
  const { t: common } = useTranslation()
  const { message } = App.useApp()
  const save = useSaveRates()
  const [form] = Form.useForm<EconomicsSettings>()
  const unit = 10 ** decimals(currency)
  const submit = (shown: EconomicsSettings) => save.mutate({
    margin: times(shown.margin, 1 / HUNDRED), discountYearly: times(shown.discountYearly, 1 / HUNDRED), growthYearly: times(shown.growthYearly, 1 / HUNDRED) ?? 0,
    years: shown.years ?? null, atOnce: shown.atOnce, acquisitionCost: whole(shown.acquisitionCost, unit), contactCost: whole(shown.contactCost, unit),
  }, {
    onSuccess: () => {
      void message.success(common('saved'))
      onClose()
    },
  })
  const initial = { ...settings, margin: times(settings.margin, HUNDRED), discountYearly: times(settings.discountYearly, HUNDRED), growthYearly: times(settings.growthYearly, HUNDRED), acquisitionCost: times(settings.acquisitionCost, 1 / unit), contactCost: times(settings.contactCost, 1 / unit) }
  const wide = { width: '100%' }
  return (
    <Drawer open onClose={onClose} title={t('settings.title')} size={440} footer={<div className="row"><Button type="primary" loading={save.isPending} onClick={() => form.submit()}>{common('save')}</Button><Button onClick={onClose}>{common('cancel')}</Button></div>}>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit} initialValues={initial}>
        {save.isError && <ProblemAlert error={save.error} />}
        <Form.Item name="margin" label={t('settings.margin')} extra={t('settings.marginHint')}><InputNumber min={0} max={100} suffix="%" style={wide} /></Form.Item>
        <Form.Item name="discountYearly" label={t('settings.discount')} extra={t('settings.discountHint')}><InputNumber min={0} max={100} suffix="%" style={wide} /></Form.Item>
        <Form.Item name="growthYearly" label={t('settings.growth')} extra={t('settings.growthHint')} rules={[{ required: true }]}><InputNumber min={-50} max={50} suffix="%" style={wide} /></Form.Item>
        <Form.Item name="years" label={t('settings.years')} extra={t('settings.yearsHint')}><InputNumber min={1} max={50} precision={0} style={wide} /></Form.Item>
        <Form.Item name="atOnce" label={t('settings.first')}><Radio.Group options={[false, true].map((value) => ({ value, label: t(`settings.atOnce.${String(value)}`) }))} /></Form.Item>
        <Form.Item name="acquisitionCost" label={t('settings.acquisition')} extra={t('settings.acquisitionHint')}><InputNumber min={0} suffix={currency} style={wide} /></Form.Item>
        <Form.Item name="contactCost" label={t('settings.contact')} extra={t('settings.contactHint')}><InputNumber min={0} suffix={currency} style={wide} /></Form.Item>
      </Form>
    </Drawer>
  )
}
