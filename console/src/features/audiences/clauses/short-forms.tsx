import { useTranslation } from 'react-i18next'
import { CURRENCIES } from '@/lib/choices'
import { decimals } from '@/lib/format'
import { COMPARISONS, type AgeClause, type AmountClause, type Comparison, type CountClause, type SinceClause } from '../language/types'
import { Choice } from '../parts/choice'
import { NumberField } from '../parts/number-field'
import { cleaned } from '../parts/cleaned'
import { useWords } from '../vocabulary'
import type { ClauseProps } from './props'

type Short = CountClause | AmountClause | SinceClause | AgeClause

function KindChoice({ value, onChange }: { value: string; onChange: (kind: string) => void }) {
  const { t } = useTranslation('conditions')
  const words = useWords()
  return <Choice label={t('field.kind')} at="/kind" value={value} free name={words.kind} options={words.all.kinds.map(({ key }) => ({ value: key, label: words.kind(key) }))} onChange={onChange} />
}

function ComparisonChoice({ value, onChange }: { value: Comparison; onChange: (comparison: Comparison) => void }) {
  const { t } = useTranslation('conditions')
  return <Choice label={t('field.test')} at="/comparison" value={value} options={COMPARISONS.map((each) => ({ value: each, label: t(`test.compares.${each}`, { defaultValue: each }) }))} onChange={(next) => onChange(next as Comparison)} />
}

/** The forms that lifecycle rules use: a count, a sum, days since. */
export function ShortEditor({ value, onChange }: ClauseProps<Short>) {
  const { t } = useTranslation('conditions')
  return (
    <>
      <span className="word">{t(`short.${value.type}`)}</span>
      {'kind' in value && <KindChoice value={value.kind} onChange={(kind) => onChange({ ...value, kind })} />}
      <ComparisonChoice value={value.comparison} onChange={(comparison) => onChange({ ...value, comparison })} />
      <Amount value={value} onChange={onChange} />
    </>
  )
}

function Amount({ value, onChange }: ClauseProps<Short>) {
  const { t } = useTranslation('conditions')
  if ('days' in value) {
    return <><NumberField label={t('field.value')} at="/days" value={value.days} least={0} most={36_500} onChange={(days = 0) => onChange({ ...value, days })} /><span className="word">{t('unit.day', { count: value.days })}</span></>
  }
  const by = value.type === 'amount' ? 10 ** decimals(value.currency) : 1
  return (
    <>
      {value.type === 'count'
        ? <NumberField label={t('field.value')} at="/number" value={value.number} least={0} onChange={(number = 0) => onChange({ ...value, number })} />
        : <NumberField label={t('field.value')} at="/minorUnits" fraction value={value.minorUnits / by} onChange={(next = 0) => onChange({ ...value, minorUnits: Math.round(next * by) })} />}
      {value.type === 'amount' && <Choice label={t('field.currency')} at="/currency" value={value.currency} options={CURRENCIES.map((code) => ({ value: code, label: code }))} onChange={(currency) => onChange({ ...value, currency })} />}
      <span className="word">{t('inLast')}</span>
      <NumberField label={t('field.lastDays')} at="/lastDays" optional placeholder="∞" value={value.lastDays} least={1} most={36_500} onChange={(lastDays) => onChange(cleaned({ ...value, lastDays }))} />
      <span className="word">{t('unit.day', { count: value.lastDays ?? 2 })}</span>
    </>
  )
}
