import { useTranslation } from 'react-i18next'
import type { AnniversaryClause, AttributeClause, ChangedClause } from '../language/types'
import { Choice } from '../parts/choice'
import { NumberField } from '../parts/number-field'
import { TestEditor } from '../parts/test-editor'
import { cleaned } from '../parts/cleaned'
import { WindowEditor } from '../parts/window-editor'
import { useWords } from '../vocabulary'
import type { ClauseProps } from './props'

function useAttributeOptions(dates = false) {
  const words = useWords()
  const all = words.all.attributes.filter(({ type }) => !dates || !type || type === 'date' || type === 'text')
  return all.map(({ name }) => ({ value: name, label: words.attribute(name) }))
}

export function AttributeEditor({ value, onChange }: ClauseProps<AttributeClause>) {
  const { t } = useTranslation('conditions')
  const words = useWords()
  const options = useAttributeOptions()
  const known = words.all.attributes.find(({ name }) => name === value.name)
  return (
    <>
      <Choice label={t('field.attribute')} at="/name" value={value.name} free name={words.attribute} options={options} onChange={(name) => onChange({ ...value, name })} />
      <TestEditor value={value.test} at="/test" type={known?.type} examples={known?.examples} onChange={(test) => onChange({ ...value, test })} />
    </>
  )
}

export function AttributeChangedEditor({ value, onChange }: ClauseProps<ChangedClause>) {
  const { t } = useTranslation('conditions')
  const words = useWords()
  const options = useAttributeOptions()
  return (
    <>
      <Choice label={t('field.attribute')} at="/name" value={value.name} free name={words.attribute} options={options} onChange={(name) => onChange({ ...value, name })} />
      <span className="word">{t('changed')}</span>
      <WindowEditor value={value.window} onChange={(window) => onChange(cleaned({ ...value, window }))} />
    </>
  )
}

export function AnniversaryEditor({ value, onChange }: ClauseProps<AnniversaryClause>) {
  const { t } = useTranslation('conditions')
  const words = useWords()
  const options = useAttributeOptions(true)
  return (
    <>
      <span className="word">{t('todayIs')}</span>
      <NumberField label={t('field.daysBefore')} at="/daysBefore" value={value.daysBefore ?? 0} least={0} most={180} onChange={(daysBefore = 0) => onChange({ ...value, daysBefore })} />
      <span className="word">{t('daysBeforeAnd')}</span>
      <NumberField label={t('field.daysAfter')} at="/daysAfter" value={value.daysAfter ?? 0} least={0} most={180} onChange={(daysAfter = 0) => onChange({ ...value, daysAfter })} />
      <span className="word">{t('daysAfterOf')}</span>
      <Choice label={t('field.attribute')} at="/attribute" value={value.attribute} free name={words.attribute} options={options} onChange={(attribute) => onChange({ ...value, attribute })} />
    </>
  )
}
