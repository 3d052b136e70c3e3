import { App, Button, Drawer, Form, InputNumber, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { decimals } from '@/lib/format'
import { ProblemAlert } from '@/ui/problem-alert'
import { useSaveRfmSettings, type RfmSettings } from './api'

interface Props {
  open: boolean
  onClose: () => void
  settings: RfmSettings
  currency: string
}

const CUTS = [0, 1, 2, 3]

/** How customers are scored; the screen answers with the movement at once. */
export function SettingsDrawer({ open, onClose, settings, currency }: Props) {
  const { t } = useTranslation('rfm')
  const { t: common } = useTranslation()
  const { message } = App.useApp()
  const save = useSaveRfmSettings()
  const [form] = Form.useForm<RfmSettings>()
  const scoring = Form.useWatch('scoring', form) ?? settings.scoring
  const mode = Form.useWatch(['types', 'mode'], form) ?? settings.types.mode
  const unit = 10 ** decimals(currency)
  const shown: RfmSettings = { ...settings, m: settings.m.map((cut) => cut / unit), types: { ...settings.types, m: settings.types.m === null ? null : settings.types.m / unit } }
  const submit = (values: RfmSettings) => {
    const merged = { ...settings, ...values, types: { ...settings.types, ...values.types }, weights: { ...settings.weights, ...values.weights } }
    if (values.m) merged.m = values.m.map((cut) => Math.round(Number(cut) * unit))
    if (values.types.m !== undefined && values.types.m !== null) merged.types.m = Math.round(values.types.m * unit)
    save.mutate(merged, {
      onSuccess: () => {
        void message.success(common('saved'))
        onClose()
      },
    })
  }
  const cutFields = (name: 'r' | 'f' | 'm') => (
    <fieldset className="cut-fields">
      <legend>{t(`thresholds.${name}`)}{name === 'm' ? ` (${currency})` : ''}</legend>
      {CUTS.map((i) => (
        <Form.Item key={i} name={[name, i]} label={name === 'r' ? `${5 - i} | ${4 - i}` : `${i + 1} | ${i + 2}`} rules={[{ required: true, message: t('needed') }]}>
          <InputNumber min={0} style={{ width: '100%' }} />
        </Form.Item>
      ))}
    </fieldset>
  )
  return (
    <Drawer open={open} onClose={onClose} title={t('settings')} size={440} footer={<div className="row"><Button type="primary" loading={save.isPending} onClick={() => form.submit()}>{common('save')}</Button><Button onClick={onClose}>{common('cancel')}</Button></div>}>
      <Form form={form} layout="vertical" initialValues={shown} onFinish={submit} requiredMark={false}>
        {save.isError && <ProblemAlert error={save.error} />}
        <Form.Item name="scoring" label={t('form.scoring')}><Radio.Group options={[{ value: 'quintile', label: t('form.quintile') }, { value: 'thresholds', label: t('form.thresholds') }]} /></Form.Item>
        {scoring === 'thresholds' && <>{cutFields('r')}{cutFields('f')}{cutFields('m')}</>}
        <fieldset className="cut-fields three">
          <legend>{t('form.weights')}</legend>
          {(['r', 'f', 'm'] as const).map((name) => <Form.Item key={name} name={['weights', name]} label={name.toUpperCase()}><InputNumber min={0} step={0.1} style={{ width: '100%' }} /></Form.Item>)}
        </fieldset>
        <Form.Item name={['types', 'mode']} label={t('form.types')}><Radio.Group options={['mean', 'median', 'fixed'].map((value) => ({ value, label: t(`mode.${value}`) }))} /></Form.Item>
        {mode === 'fixed' && (
          <fieldset className="cut-fields three">
            <legend>{t('form.limits')}</legend>
            <Form.Item name={['types', 'r']} label={t('form.limitR')}><InputNumber min={0} style={{ width: '100%' }} /></Form.Item>
            <Form.Item name={['types', 'f']} label={t('form.limitF')}><InputNumber min={0} style={{ width: '100%' }} /></Form.Item>
            <Form.Item name={['types', 'm']} label={`${t('form.limitM')} (${currency})`}><InputNumber min={0} style={{ width: '100%' }} /></Form.Item>
          </fieldset>
        )}
        <Form.Item name="monetary" label={t('form.monetary')}><Radio.Group options={[{ value: 'total', label: t('form.total') }, { value: 'average', label: t('form.average') }]} /></Form.Item>
      </Form>
    </Drawer>
  )
}
