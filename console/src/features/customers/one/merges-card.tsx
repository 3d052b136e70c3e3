import { Button, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import { shortId } from '@/lib/format'
import { useCan } from '@/lib/session'
import { Card } from '@/ui/card'
import { ProblemAlert } from '@/ui/problem-alert'
import { When } from '@/ui/when'
import { useUnmerge } from '../api'
import type { Customer } from '../types'

const evidenceText = (evidence: unknown) => (typeof evidence === 'string' ? evidence : evidence ? JSON.stringify(evidence) : '')

/** The profiles that make this customer, and what was merged by whom; undoing is exact. */
export function MergesCard({ customer }: { customer: Customer }) {
  const { t } = useTranslation('customer')
  const { t: common } = useTranslation()
  const may = useCan('CUSTOMERS_MERGE')
  const undo = useUnmerge(customer.id)
  if (customer.merges.length === 0) return null
  return (
    <Card title={t('merges.title')} hint={t('merges.profiles', { count: customer.profiles.length })}>
      {undo.isError && <ProblemAlert error={undo.error} />}
      <ul className="list-plain">
        {customer.merges.map((merge) => (
          <li key={merge.id}>
            <div className="grow">
              <code>{shortId(merge.member)}</code>
              <p className="muted small">{merge.by && `${merge.by} · `}<When at={merge.at} />{merge.undoneAt && ` · ${t('merges.undone')}`}</p>
              <p className="muted small">{evidenceText(merge.evidence)}</p>
            </div>
            {may && !merge.undoneAt && (
              <Popconfirm title={t('merges.confirm')} okText={t('merges.undo')} cancelText={common('cancel')} onConfirm={() => undo.mutate(merge.id)}>
                <Button size="small" loading={undo.isPending && undo.variables === merge.id}>{t('merges.undo')}</Button>
              </Popconfirm>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
