import { useTranslation } from 'react-i18next'
import { UNITS, type Length, type Unit } from '../language/types'
import { Choice } from './choice'
import type { PartProps } from './clause-context'
import { NumberField } from './number-field'

export const DAYS_30: Length = { amount: 30, unit: 'day' }

export function LengthEditor({ value, onChange, at, units = UNITS }: PartProps<Length> & { units?: readonly Unit[] }) {
  const { t } = useTranslation('conditions')
  return (
    <>
      <NumberField label={t('field.amount')} at={`${at}/amount`} value={value.amount} least={1} onChange={(amount = 1) => onChange({ ...value, amount })} />
      <Choice label={t('field.unit')} at={`${at}/unit`} value={value.unit} onChange={(unit) => onChange({ ...value, unit: unit as Unit })} options={[...new Set([...units, value.unit])].map((unit) => ({ value: unit, label: t(`unit.${unit}`, { count: value.amount }) }))} />
    </>
  )
}
