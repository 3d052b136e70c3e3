import { useTranslation } from 'react-i18next'
import { UNITS, type Measure, type Property, type Unit } from '../language/types'
import { Choice } from './choice'
import type { PartProps } from './clause-context'
import { PropertyEditor } from './property-editor'

const TYPES = ['count', 'sum', 'average', 'distinct', 'least', 'most', 'first', 'last', 'sinceFirst', 'sinceLast'] as const

/** What is measured of the facts. */
export function MeasureEditor({ value, onChange, at, kinds, currency }: PartProps<Measure> & { kinds: string[]; currency: string }) {
  const { t } = useTranslation('conditions')
  const take = (type: string) => {
    const of: Property = 'of' in value ? value.of : { type: 'amount', currency }
    if (type === 'count') onChange({ type })
    else if (type === 'sinceFirst' || type === 'sinceLast') onChange({ type, unit: 'unit' in value ? value.unit : 'day' })
    else onChange({ type: type as 'sum', of })
  }
  return (
    <>
      <Choice label={t('field.measure')} at={`${at}/type`} value={value.type} onChange={take} options={TYPES.map((type) => ({ value: type, label: t(`measure.${type}`) }))} />
      {'of' in value && <PropertyEditor value={value.of} at={`${at}/of`} kinds={kinds} onChange={(of) => onChange({ ...value, of })} />}
      {'unit' in value && <Choice label={t('field.unit')} at={`${at}/unit`} value={value.unit} options={UNITS.map((unit) => ({ value: unit, label: t(`unit.${unit}`, { count: 2 }) }))} onChange={(unit) => onChange({ ...value, unit: unit as Unit })} />}
    </>
  )
}
