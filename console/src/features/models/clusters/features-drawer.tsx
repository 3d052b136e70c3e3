import { Button, Checkbox, Drawer, Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useLabel } from '@/lib/i18n'
import { useScoreSettings, type ScoreSettings } from '@/lib/scores'
import { Load } from '@/ui/load'
import { ProblemAlert } from '@/ui/problem-alert'
import { useSaveSettings } from '../api'
import type { ClusterPage } from './api'

interface Props {
  offered: ClusterPage['offered']
  onRun: () => void
  onClose: () => void
}

interface Shown {
  clusterCount: number
  clusterFeatures: string[]
}

const CHOSEN_BY_DATA = 0
const COUNTS = [2, 3, 4, 5, 6, 7, 8, 9, 10]

/** What clusters go by, and how many there are. */
export function FeaturesDrawer({ offered, onRun, onClose }: Props) {
  const { t } = useTranslation('clusters')
  const { t: common } = useTranslation()
  const label = useLabel()
  const settings = useScoreSettings()
  const save = useSaveSettings()
  const [form] = Form.useForm<Shown>()
  const usual = offered.filter((each) => each.usual).map((each) => each.feature)
  const submit = (before: ScoreSettings) => (shown: Shown) => {
    const same = shown.clusterFeatures.length === usual.length && usual.every((each) => shown.clusterFeatures.includes(each))
    save.mutate({ ...before, clusterCount: shown.clusterCount === CHOSEN_BY_DATA ? null : shown.clusterCount, clusterFeatures: same ? null : shown.clusterFeatures }, {
      onSuccess: () => {
        onRun()
        onClose()
      },
    })
  }
  return (
    <Drawer open onClose={onClose} title={t('choose')} size={420} footer={<div className="row"><Button type="primary" loading={save.isPending} onClick={() => form.submit()}>{t('saveRun')}</Button><Button onClick={onClose}>{common('cancel')}</Button></div>}>
      <Load query={settings}>
        {(data) => (
          <Form form={form} layout="vertical" requiredMark={false} onFinish={submit(data)} initialValues={{ clusterCount: data.clusterCount ?? CHOSEN_BY_DATA, clusterFeatures: data.clusterFeatures ?? usual }}>
            {save.isError && <ProblemAlert error={save.error} />}
            <Form.Item name="clusterCount" label={t('count')} extra={t('countHint')}>
              <Select options={[{ value: CHOSEN_BY_DATA, label: t('byData') }, ...COUNTS.map((value) => ({ value, label: String(value) }))]} />
            </Form.Item>
            <Form.Item name="clusterFeatures" label={t('features')} extra={t('featuresHint')} rules={[{ type: 'array', min: 2, message: t('two') }]}>
              <Checkbox.Group className="stack tight" options={offered.map((each) => ({ value: each.feature, label: label(each.label, each.feature) }))} />
            </Form.Item>
          </Form>
        )}
      </Load>
    </Drawer>
  )
}
