import { useTranslation } from 'react-i18next'
import type { Dimension, PreferenceClause, Test } from '../language/types'
import { DIMENSIONS } from '../language/types'
import { Choice } from '../parts/choice'
import { TestEditor } from '../parts/test-editor'
import type { ClauseProps } from './props'

const EXAMPLES: Partial<Record<Dimension, string[]>> = {
  'price-band': ['0-1', '1-2', '2-5', '5-10', '10-20', '20-50', '50-100', '100-200', '200-500', '500-1000', '1000-2000'],
  weekday: ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'],
}

const start = (dimension: Dimension): Test => (dimension === 'hour' ? { type: 'compares', comparison: 'at-least', number: 18 } : { type: 'equals', value: '' })

export function PreferenceEditor({ value, onChange }: ClauseProps<PreferenceClause>) {
  const { t } = useTranslation('conditions')
  return (
    <>
      <span className="word">{t('preferenceOf')}</span>
      <Choice
        label={t('field.dimension')} at="/dimension" value={value.dimension} options={DIMENSIONS.map((each) => ({ value: each, label: t(`dimension.${each}`) }))}
        onChange={(next) => onChange({ ...value, dimension: next as Dimension, test: start(next as Dimension) })}
      />
      <TestEditor value={value.test} at="/test" type={value.dimension === 'hour' ? 'number' : 'text'} examples={EXAMPLES[value.dimension]} onChange={(test) => onChange({ ...value, test })} />
    </>
  )
}
