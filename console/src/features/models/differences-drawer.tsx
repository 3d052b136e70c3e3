import { Button, Drawer, Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useLabel } from '@/lib/i18n'
import { useScoreSettings, type ScoreSettings } from '@/lib/scores'
import { Load } from '@/ui/load'
import { ProblemAlert } from '@/ui/problem-alert'
import { useSaveSettings } from './api'
import type { Value } from './types'

const MOST = 5

interface Props {
  offered: Value['covariates']
  onRun: () => void
  onClose: () => void
}

/** By what customers may differ before they buy. */
export function DifferencesDrawer({ offered, onRun, onClose }: Props) {
  const { t } = useTranslation('models')
  const { t: common } = useTranslation()
  const label = useLabel()
  const settings = useScoreSettings()
  const save = useSaveSettings()
  const [form] = Form.useForm<{ covariates: string[] }>()
  const submit = (before: ScoreSettings) => (shown: { covariates: string[] }) =>
    save.mutate({ ...before, covariates: shown.covariates.length > 0 ? shown.covariates : null }, {
      onSuccess: () => {
        onRun()
        onClose()
      },
    })
  return (
    <Drawer open onClose={onClose} title={t('covariate.choose')} size={420} footer={<div className="row"><Button type="primary" loading={save.isPending} onClick={() => form.submit()}>{t('covariate.saveRun')}</Button><Button onClick={onClose}>{common('cancel')}</Button></div>}>
      <Load query={settings}>
        {(data) => (
          <Form form={form} layout="vertical" requiredMark={false} onFinish={submit(data)} initialValues={{ covariates: data.covariates ?? [] }}>
            {save.isError && <ProblemAlert error={save.error} />}
            <Form.Item name="covariates" label={t('covariate.by')} extra={t('covariate.byHint')}>
              <Select mode="multiple" maxCount={MOST} allowClear optionFilterProp="label" options={offered.map((one) => ({ value: one.covariate, label: label(one.label, one.covariate) }))} />
            </Form.Item>
          </Form>
        )}
      </Load>
    </Drawer>
  )
}
