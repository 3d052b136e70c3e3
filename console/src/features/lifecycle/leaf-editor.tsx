import { DeleteOutlined } from '@ant-design/icons'
import { Button, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { decimals } from '@/lib/format'
import { COMPARISONS, FACT_KINDS, type Leaf } from './conditions'

interface Props {
  leaf: Leaf
  onChange: (leaf: Leaf) => void
  onRemove: () => void
}

/** One condition as a sentence whose words can be changed. */
export function LeafEditor({ leaf, onChange, onRemove }: Props) {
  const { t } = useTranslation('lifecycle')
  const { t: common } = useTranslation()
  const comparison = <Select size="small" aria-label={t('comparison')} value={leaf.comparison} onChange={(value) => onChange({ ...leaf, comparison: value })} options={COMPARISONS.map((value) => ({ value, label: t(`comparisons.${value}`) }))} style={{ width: 104 }} />
  const kind = 'kind' in leaf && (
    <Select size="small" showSearch aria-label={t('fact')} value={leaf.kind} onChange={(value) => onChange({ ...leaf, kind: value })} options={[...new Set([...FACT_KINDS, leaf.kind])].map((value) => ({ value, label: t(`facts.${value.replaceAll('.', '-')}`, { defaultValue: value }) }))} style={{ minWidth: 140 }} />
  )
  return (
    <div className="row tight leaf">
      <span>{t(`leaf.${leaf.type}`)}</span>
      {kind}
      {comparison}
      <Amount leaf={leaf} onChange={onChange} />
      <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={`${common('remove')}: ${t(`leaf.${leaf.type}`)}`} onClick={onRemove} />
    </div>
  )
}

function Amount({ leaf, onChange }: Pick<Props, 'leaf' | 'onChange'>) {
  const { t } = useTranslation('lifecycle')
  if (leaf.type === 'count' || leaf.type === 'amount') {
    const unit = leaf.type === 'amount' ? 10 ** decimals(leaf.currency) : 1
    const value = leaf.type === 'amount' ? leaf.minorUnits / unit : leaf.number
    const set = (next: number) => onChange(leaf.type === 'amount' ? { ...leaf, minorUnits: Math.round(next * unit) } : { ...leaf, number: next })
    return (
      <>
        <InputNumber size="small" min={0} aria-label={t('number')} value={value} onChange={(next) => set(next ?? 0)} suffix={leaf.type === 'amount' ? leaf.currency : undefined} style={{ width: leaf.type === 'amount' ? 130 : 76 }} />
        <span className="muted small">{t('within')}</span>
        <InputNumber size="small" min={1} aria-label={t('window')} placeholder="∞" value={leaf.lastDays ?? null} onChange={(next) => onChange({ ...leaf, lastDays: next })} style={{ width: 76 }} />
        <span className="muted small">{t('days')}</span>
      </>
    )
  }
  return (
    <>
      <InputNumber size="small" min={0} aria-label={t('number')} value={leaf.days} onChange={(next) => onChange({ ...leaf, days: next ?? 0 })} style={{ width: 76 }} />
      <span className="muted small">{t('days')}</span>
    </>
  )
}
