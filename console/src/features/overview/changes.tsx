import { useTranslation } from 'react-i18next'
import { useLabel } from '@/lib/i18n'
import { DataTable } from '@/ui/data-table'
import { Delta } from '@/ui/delta'
import { Figure } from '@/ui/figure'
import type { Change } from './api'

export function Changes({ changes, asOf }: { changes: Change[]; asOf: string }) {
  const { t } = useTranslation('overview')
  const label = useLabel()
  if (changes.length === 0) return <p className="muted">{t('changes.none')}</p>
  return (
    <DataTable
      label={t('changes.title')} cards={false} rows={changes} rowKey={(change) => change.key}
      columns={[
        { key: 'what', title: t('changes.what'), render: (change) => label(change.label, change.key) },
        { key: 'now', title: t('changes.now'), end: true, render: (change) => <Figure value={change.value} open={change.open} asOf={asOf} label={label(change.label)} /> },
        { key: 'delta', title: t('changes.delta'), end: true, render: (change) => <Delta value={change.value} previous={change.previous} lessIsBetter={['fell', 'lost', 'dormant'].some((word) => change.key.includes(word))} /> },
      ]}
    />
  )
}
