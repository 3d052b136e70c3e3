import { DatePicker, Input } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { COMPARISONS, type Comparison, type Scalar, type Test } from '../language/types'
import { Choice, ScalarChoice, ScalarChoices } from './choice'
import { useStatus, type PartProps } from './clause-context'
import { NumberField } from './number-field'

const WORDS = ['equals', 'oneOf', 'contains', 'startsWith', 'includes'] as const

/** A test and its comparison as one word of the sentence: "is at least". */
const wordOf = (test: Test) => (test.type === 'compares' || test.type === 'date' ? `${test.type}:${test.comparison}` : test.type)

/** Another test that keeps what can be kept of the value. */
function retyped(test: Test, word: string): Test {
  const [type = '', comparison = ''] = word.split(':')
  const scalar: Scalar = test.type === 'equals' ? test.value : test.type === 'oneOf' ? (test.values[0] ?? '') : 'text' in test ? test.text : test.type === 'compares' ? test.number : ''
  const number = Number(scalar)
  if (type === 'compares') return { type, comparison: comparison as Comparison, number: scalar !== '' && Number.isFinite(number) ? number : 0 }
  if (type === 'date') return { type, comparison: comparison as Comparison, date: test.type === 'date' ? test.date : dayjs().format('YYYY-MM-DD') }
  if (type === 'isSet') return { type }
  if (type === 'oneOf') return { type, values: scalar === '' ? [] : [scalar] }
  if (type === 'equals') return { type, value: scalar }
  return { type: type as 'contains' | 'startsWith' | 'includes', text: String(scalar) }
}

interface Props extends PartProps<Test> {
  /** Only numbers are compared here. */
  numeric?: boolean
  type?: string
  examples?: Scalar[]
  /** How a number is shown: its factor and unit (minor units of money). */
  scale?: { by: number; suffix: string }
}

export function TestEditor({ value, onChange, at, numeric, type, examples = [], scale }: Props) {
  const { t } = useTranslation('conditions')
  const compares = COMPARISONS.map((each) => `compares:${each}`)
  const dates = COMPARISONS.map((each) => `date:${each}`)
  const all = numeric ? compares : type === 'date' ? [...dates, 'isSet', ...WORDS, ...compares] : type === 'number' ? [...compares, 'isSet', ...WORDS, ...dates] : [...WORDS, 'isSet', ...compares, ...dates]
  const words = [...new Set([...all, wordOf(value)])]
  return (
    <>
      <Choice label={t('field.test')} at={`${at}/type`} value={wordOf(value)} options={words.map((word) => ({ value: word, label: t(`test.${word.replace(':', '.')}`) }))} onChange={(word) => onChange(retyped(value, word))} />
      <TestValue value={value} onChange={onChange} at={at} type={type} examples={examples} scale={scale} />
    </>
  )
}

function TestValue({ value, onChange, at, type, examples = [], scale }: Props) {
  const { t } = useTranslation('conditions')
  const status = useStatus(at)
  const label = t('field.value')
  switch (value.type) {
    case 'isSet': return null
    case 'equals': return <ScalarChoice label={label} at={`${at}/value`} value={value.value} examples={examples} type={type} onChange={(next) => onChange({ ...value, value: next })} />
    case 'oneOf': return <ScalarChoices label={label} at={`${at}/values`} values={value.values} examples={examples} type={type} onChange={(values) => onChange({ ...value, values })} />
    case 'compares': return <NumberField label={label} at={`${at}/number`} fraction value={value.number / (scale?.by ?? 1)} suffix={scale?.suffix} onChange={(number = 0) => onChange({ ...value, number: scale ? Math.round(number * scale.by) : number })} />
    case 'date': return (
      <DatePicker size="small" aria-label={label} status={status} allowClear={false} value={value.date && dayjs(value.date).isValid() ? dayjs(value.date) : null} onChange={(day) => day && onChange({ ...value, date: day.format('YYYY-MM-DD') })} />
    )
    default: return <Input size="small" className="text-field" aria-label={label} placeholder={label} status={status} value={value.text} onChange={(event) => onChange({ ...value, text: event.target.value })} />
  }
}
