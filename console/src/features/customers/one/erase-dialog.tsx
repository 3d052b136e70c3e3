import { Form, Input, Modal } from 'antd'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useFormat } from '@/lib/format'
import { useJob } from '@/lib/jobs'
import { ROUTES } from '@/lib/routes'
import { JobProgress } from '@/ui/job-progress'
import { ProblemAlert } from '@/ui/problem-alert'
import { useErase } from '../api'
import type { Customer } from '../types'

/** Erasure cannot be undone, so the word must be typed; the answer is a certificate. */
export function EraseDialog({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const { t } = useTranslation('customer')
  const { t: common } = useTranslation()
  const format = useFormat()
  const navigate = useNavigate()
  const erase = useErase(customer.id)
  const [form] = Form.useForm<{ word: string }>()
  const certificate = erase.data
  // The same key answers the same run, so asking again after its job fetches the certificate.
  const again = useCallback(() => erase.mutate(undefined), [erase])
  const job = useJob(certificate?.job && certificate.state !== 'done' ? certificate.job : null, again)
  const done = certificate && (certificate.state === 'done' || !certificate.job) ? certificate : undefined
  const leave = () => void navigate(ROUTES.customers)
  return (
    <Modal
      open title={t('erase.title')} okText={done ? common('close') : t('erase.do')} cancelText={common('cancel')} okButtonProps={{ danger: !done }} confirmLoading={erase.isPending}
      onOk={() => (done ? leave() : form.submit())} onCancel={done ? leave : onClose}
    >
      {done
        ? (
          <div className="stack tight">
            <p className="good strong">{t('erase.done')}</p>
            <dl className="pairs">{done.stores?.map((store) => <div key={store.store} style={{ display: 'contents' }}><dt>{store.store}</dt><dd className="num">{format.number(store.records)}</dd></div>)}</dl>
            <p className="muted small">{t('erase.certificate')} <code>{done.id}</code></p>
          </div>
        )
        : (
          <Form form={form} layout="vertical" requiredMark={false} onFinish={() => erase.mutate(undefined)}>
            <p className="muted">{t('erase.text')}</p>
            {job.data && <JobProgress job={job.data} controls={false} compact />}
            <Form.Item style={{ marginTop: 14 }} name="word" label={t('erase.type', { word: t('erase.word') })} rules={[{ validator: (_, value) => (value === t('erase.word') ? Promise.resolve() : Promise.reject(new Error(t('erase.mismatch')))) }]}>
              <Input autoComplete="off" />
            </Form.Item>
          </Form>
        )}
      {erase.isError && <ProblemAlert error={erase.error} />}
    </Modal>
  )
}
