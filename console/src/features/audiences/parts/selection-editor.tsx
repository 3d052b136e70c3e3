import { DeleteOutlined, FilterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { decimals } from '@/lib/format'
import type { Filter, Property, Selection } from '../language/types'
import { useWords } from '../vocabulary'
import { Choice, Choices } from './choice'
import { cleaned } from './cleaned'
import type { PartProps } from './clause-context'
import { PropertyEditor } from './property-editor'
import { TestEditor } from './test-editor'

const scaleOf = (property: Property) => (property.type === 'amount' ? { by: 10 ** decimals(property.currency), suffix: property.currency } : undefined)

/** Which facts: of these kinds, and with these properties. */
export function SelectionEditor({ value, onChange, at }: PartProps<Selection>) {
  const { t } = useTranslation('conditions')
  const words = useWords()
  const kinds = value.kinds ?? []
  const where = value.where ?? []
  const put = (filters: Filter[]) => onChange(cleaned({ ...value, where: filters.length > 0 ? filters : undefined }))
  return (
    <>
      <Choices
        label={t('field.kinds')} at={`${at}/kinds`} placeholder={t('anyFact')} values={kinds} free name={words.kind} options={words.all.kinds.map(({ key }) => ({ value: key, label: words.kind(key) }))}
        onChange={(next) => onChange({ ...value, kinds: next })}
      />
      {(value.notCancelled || kinds.some((kind) => kind.startsWith('order.'))) && (
        <Choice
          label={t('field.notCancelled')} at={`${at}/notCancelled`} value={value.notCancelled ? 'without' : 'with'} options={[{ value: 'with', label: t('withCancelled') }, { value: 'without', label: t('withoutCancelled') }]}
          onChange={(word) => onChange(cleaned({ ...value, notCancelled: word === 'without' ? true : undefined }))}
        />
      )}
      {where.map((filter, i) => (
        <FilterEditor key={i} value={filter} at={`${at}/where/${i}`} kinds={kinds} first={i === 0} onChange={(next) => put(where.map((each, j) => (j === i ? next : each)))} onRemove={() => put(where.filter((_, j) => j !== i))} />
      ))}
      <Button size="small" type="text" icon={<FilterOutlined />} onClick={() => put([...where, { property: { type: 'attribute', name: '' }, test: { type: 'equals', value: '' } }])}>{t('addFilter')}</Button>
    </>
  )
}

interface FilterProps extends PartProps<Filter> {
  kinds: string[]
  first: boolean
  onRemove: () => void
}

function FilterEditor({ value, onChange, at, kinds, first, onRemove }: FilterProps) {
  const { t } = useTranslation('conditions')
  const words = useWords()
  const { property } = value
  const known = property.type === 'attribute' ? words.all.kinds.filter((kind) => kinds.length === 0 || kinds.includes(kind.key)).flatMap((kind) => kind.attributes ?? []).find((each) => each.name === property.name) : undefined
  const negate = (word: string) => onChange(cleaned({ ...value, negated: word === 'not' ? true : undefined }))
  return (
    <span className="sub-clause" role="group" aria-label={t('filter')}>
      <span className="word">{t(first ? 'where' : 'and')}</span>
      <PropertyEditor value={property} at={`${at}/property`} kinds={kinds} onChange={(next) => onChange({ ...value, property: next })} />
      <Choice label={t('field.negated')} at={`${at}/negated`} value={value.negated ? 'not' : 'is'} onChange={negate} options={[{ value: 'is', label: t('holds') }, { value: 'not', label: t('holdsNot') }]} />
      <TestEditor value={value.test} at={`${at}/test`} onChange={(test) => onChange({ ...value, test })} type={property.type === 'amount' ? 'number' : known?.type} examples={known?.examples} scale={scaleOf(property)} />
      <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={t('removeFilter')} onClick={onRemove} />
    </span>
  )
}
