import { InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { Card } from '@/ui/card'
import { DataTable } from '@/ui/data-table'
import { Figure } from '@/ui/figure'
import type { Choice } from './api'

/** How many of the best so many the rankings have in common. */
export function ChoiceOverlap({ choice, onKept }: { choice: Choice; onKept: (kept: string) => void }) {
  const { t } = useTranslation('portraits')
  const format = useFormat()
  const rows = choice.overlaps.filter(({ rankings }) => rankings.length > 1)
  return (
    <Card
      title={t('choice.overlap')} hint={t('choice.overlapHint')}
      extra={<label className="row tight">{t('choice.kept')} <InputNumber min={1} max={choice.customers} value={choice.kept} onChange={(kept) => onKept(String(kept ?? ''))} style={{ width: 110 }} /></label>}
    >
      <DataTable
        label={t('choice.overlap')} cards={false} rows={rows} rowKey={(row) => row.rankings.join()}
        columns={[
          { key: 'rankings', title: t('choice.ranking'), render: (row) => row.rankings.map((key) => t(`choice.by.${key}`)).join(' ∩ ') },
          { key: 'customers', title: t('customers'), end: true, render: (row) => <Figure value={row.customers} open={row.customers > 0 ? row.open : null} label={row.rankings.join()} /> },
          { key: 'share', title: t('share'), end: true, render: (row) => <span className="num">{format.percent(choice.kept > 0 ? row.customers / choice.kept : 0, 1)}</span> },
        ]}
      />
    </Card>
  )
}
