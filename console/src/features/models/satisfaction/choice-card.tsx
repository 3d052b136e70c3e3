import { InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { Card } from '@/ui/card'
import { DataTable } from '@/ui/data-table'
import { Figure } from '@/ui/figure'
import type { Preferences, Rule, Satisfaction } from './types'

const RULES: Rule[] = ['weighted', 'conjunctive', 'lexicographic']

interface Row {
  brand: string | null
  shares: Record<Rule, number>
}

const left = (shares: number[]) => Math.max(0, 1 - shares.reduce((sum, share) => sum + share, 0))

/** Three rules of choosing side by side. */
export function ChoiceCard({ page, choice, onEnough }: { page: Satisfaction; choice: Preferences; onEnough: (enough: string) => void }) {
  const { t } = useTranslation('satisfaction')
  const format = useFormat()
  const at = (i: number): Row['shares'] => ({ weighted: choice.shares.weighted[i] ?? 0, conjunctive: choice.shares.conjunctive[i] ?? 0, lexicographic: choice.shares.lexicographic[i] ?? 0 })
  const rows: Row[] = [
    ...choice.brands.map((brand, i) => ({ brand, shares: at(i) })),
    { brand: null, shares: { weighted: left(choice.shares.weighted), conjunctive: left(choice.shares.conjunctive), lexicographic: left(choice.shares.lexicographic) } },
  ]
  const name = (row: Row) => (row.brand === null ? t('nobody') : row.brand || t('own'))
  return (
    <Card
      title={t('choice')} hint={t('choiceHint', { count: choice.customers })}
      extra={<label className="row tight small">{t('enough')}<InputNumber size="small" style={{ width: 72 }} min={0} max={100} changeOnWheel={false} value={page.enough} onPressEnter={(event) => onEnough(event.currentTarget.value)} onBlur={(event) => onEnough(event.currentTarget.value)} /></label>}
    >
      <DataTable
        label={t('choice')} rows={rows} rowKey={name}
        columns={[
          { key: 'brand', title: t('brand'), card: 'lead', render: name },
          ...RULES.map((rule) => ({ key: rule, title: t(`rule.${rule}`), end: true, render: (row: Row) => <span className="num">{format.percent(row.shares[rule], 1)}</span> })),
        ]}
      />
      <p><Figure value={choice.disagree.customers} open={choice.disagree.open} asOf={page.asOf} label={t('disagree')} /> {t('disagree')}</p>
      <p><Figure value={choice.lost.customers} open={choice.lost.open} asOf={page.asOf} label={t('lost')} /> {t('lost')}</p>
    </Card>
  )
}
