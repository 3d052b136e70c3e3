import { App, Button, Drawer, Form, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useScoreSettings, type ScoreSettings } from '@/lib/scores'
import { Load } from '@/ui/load'
import { ProblemAlert } from '@/ui/problem-alert'
import { useSaveSettings } from './api'

/** Horizons and rates; the next run goes by them. */
export function SettingsDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('models')
  const { t: common } = useTranslation()
  const { message } = App.useApp()
  const settings = useScoreSettings()
  const save = useSaveSettings()
  const [form] = Form.useForm<ScoreSettings>()
  const submit = (before: ScoreSettings) => (shown: ScoreSettings) => {
    const next = { ...before, ...shown, discountYearly: shown.discountYearly / 100, margin: shown.margin === null ? null : shown.margin / 100 }
    save.mutate(next, {
      onSuccess: () => {
        void message.success(common('saved'))
        onClose()
      },
    })
  }
  return (
    <Drawer open onClose={onClose} title={t('settings.title')} size={420} footer={<div className="row"><Button type="primary" loading={save.isPending} onClick={() => form.submit()}>{common('save')}</Button><Button onClick={onClose}>{common('cancel')}</Button></div>}>
      <Load query={settings}>
        {(data) => (
          <Form form={form} layout="vertical" requiredMark={false} onFinish={submit(data)} initialValues={{ ...data, discountYearly: data.discountYearly * 100, margin: data.margin === null ? null : data.margin * 100 }}>
            {save.isError && <ProblemAlert error={save.error} />}
            <Form.Item name="horizonWeeks" label={t('settings.horizon')} extra={t('settings.horizonHint')} rules={[{ required: true }]}><InputNumber min={1} max={260} precision={0} style={{ width: '100%' }} /></Form.Item>
            <Form.Item name="discountYearly" label={t('settings.discount')} extra={t('settings.discountHint')} rules={[{ required: true }]}><InputNumber min={0} max={100} suffix="%" style={{ width: '100%' }} /></Form.Item>
            <Form.Item name="margin" label={t('settings.margin')} extra={t('settings.marginHint')}><InputNumber min={0} max={100} suffix="%" style={{ width: '100%' }} /></Form.Item>
            <Form.Item name="churnDays" label={t('settings.churnDays')} extra={t('settings.churnDaysHint')}><InputNumber min={7} max={730} precision={0} style={{ width: '100%' }} /></Form.Item>
            <Form.Item name="churnMethod" label={t('settings.churnMethod')} extra={t('settings.churnMethodHint')}><Select options={[null, 'logistic', 'boosted'].map((method) => ({ value: method, label: t(`churn.method.${method ?? 'better'}`) }))} /></Form.Item>
          </Form>
        )}
      </Load>
    </Drawer>
  )
}
