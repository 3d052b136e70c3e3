import { App, Button, Drawer, Form, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from '@/ui/problem-alert'
import { useSaveAverages } from './api'
import type { WalletSettings } from './types'

const TYPES = ['important-value', 'important-develop', 'important-keep', 'important-win-back', 'general-value', 'general-develop', 'general-keep', 'general-win-back']
const MINOR = 100

/** What others have found that customers spend; in whole money here, in minor units to the server. */
export function AveragesDrawer({ settings, currency, onClose }: { settings: WalletSettings; currency: string; onClose: () => void }) {
  const { t } = useTranslation('wallet')
  const { t: common } = useTranslation()
  const { t: names } = useTranslation('selections')
  const { message } = App.useApp()
  const save = useSaveAverages()
  const [form] = Form.useForm<Record<string, number | null>>()
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  const unit = digits === 0 ? 1 : digits === 2 ? MINOR : 10 ** digits
  const submit = (shown: Record<string, number | null>) => save.mutate({
    everybody: shown.everybody ? Math.round(shown.everybody * unit) : null,
    byType: Object.fromEntries(TYPES.flatMap((type) => (shown[type] ? [[type, Math.round(shown[type] * unit)]] : []))),
  }, {
    onSuccess: () => {
      void message.success(common('saved'))
      onClose()
    },
  })
  const initial = Object.fromEntries([['everybody', settings.everybody === null ? null : settings.everybody / unit], ...TYPES.map((type) => [type, settings.byType[type] ? settings.byType[type] / unit : null])]) as Record<string, number | null>
  return (
    <Drawer open onClose={onClose} title={t('settings.title')} size={420} footer={<div className="row"><Button type="primary" loading={save.isPending} onClick={() => form.submit()}>{common('save')}</Button><Button onClick={onClose}>{common('cancel')}</Button></div>}>
      <p className="muted">{t('settings.hint')}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit} initialValues={initial}>
        {save.isError && <ProblemAlert error={save.error} />}
        {['everybody', ...TYPES].map((name) => <Form.Item key={name} name={name} label={name === 'everybody' ? t('settings.everybody') : names(`type.${name}`)}><InputNumber min={0.01} suffix={t('settings.money', { currency })} style={{ width: '100%' }} /></Form.Item>)}
      </Form>
    </Drawer>
  )
}
