import { AutoComplete, Button, Form, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { useJob } from '@/lib/jobs'
import { JobProgress } from '@/ui/job-progress'
import { Load, Skeleton } from '@/ui/load'
import { ProblemAlert } from '@/ui/problem-alert'
import { useReplace, type Category } from './api'

interface Props {
  category: Category
  value: string
  onClose: () => void
}

/** Renames a value, or joins it with another one. */
export function ReplaceDialog({ category, value, onClose }: Props) {
  const { t } = useTranslation('tags')
  const { t: common } = useTranslation()
  const replace = useReplace()
  const [form] = Form.useForm<{ by: string }>()
  const job = useJob(replace.data?.job ?? null)
  const others = category.values.filter((one) => one.value !== value).map((one) => ({ value: one.value }))
  return (
    <Modal
      open title={t('replaceOf', { name: `${category.name}: ${value}` })} onCancel={onClose}
      footer={replace.data ? <Button onClick={onClose}>{common('close')}</Button> : <><Button onClick={onClose}>{common('cancel')}</Button><Button type="primary" loading={replace.isPending} onClick={() => form.submit()}>{t('replace')}</Button></>}
    >
      {replace.data
        ? <Load query={job} skeleton={<Skeleton lines={2} />}>{(data) => <JobProgress job={data} />}</Load>
        : (
          <Form form={form} layout="vertical" requiredMark={false} onFinish={({ by }) => replace.mutate({ id: category.id, value, by })}>
            <Form.Item name="by" label={t('replaceBy')} extra={t('replaceHint')} rules={[{ required: true, whitespace: true, message: t('needed') }]}><AutoComplete options={others} showSearch={{ filterOption: true }} /></Form.Item>
          </Form>
        )}
      {replace.isError && <ProblemAlert error={replace.error} />}
    </Modal>
  )
}
