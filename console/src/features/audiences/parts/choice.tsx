import { Select } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Scalar } from '../language/types'
import { useStatus } from './clause-context'

export interface Option {
  value: string
  label: string
}

interface Props {
  label: string
  at: string
  value: string
  options: Option[]
  onChange: (value: string) => void
  /** Whether something that is not on the list may be typed. */
  free?: boolean
  clears?: string
  /** How something is called that is chosen but not on the list. */
  name?: (value: string) => string
  placeholder?: string
}

const fits = (text: string, option?: { value?: unknown; label?: unknown }) => `${String(option?.label ?? '')} ${String(option?.value ?? '')}`.toLowerCase().includes(text.toLowerCase())

/** What is typed comes last, so that the list's own words win; what is chosen is always on the list. */
function withTyped(options: Option[], values: string[], typed: string, name = (value: string) => value): Option[] {
  const extra = [...values, typed].filter((value) => value !== '' && !options.some((option) => option.value === value))
  return [...options, ...[...new Set(extra)].map((value) => ({ value, label: name(value) }))]
}

/** One word of a sentence, chosen from a list or typed. */
export function Choice({ label, at, value, options, onChange, free, clears, placeholder, name }: Props) {
  const [typed, setTyped] = useState('')
  const status = useStatus(at)
  return (
    <Select<string>
      size="small" className="choice" aria-label={label} status={status} placeholder={placeholder ?? label} value={value === '' ? undefined : value}
      onChange={(next?: string) => onChange(next ?? '')} options={withTyped(options, [value], free ? typed.trim() : '', name)} popupMatchSelectWidth={false}
      allowClear={clears ? { clearIcon: undefined } : false} onOpenChange={(open) => !open && setTyped('')}
      showSearch={free || options.length > 8 ? { filterOption: fits, onSearch: setTyped } : false}
    />
  )
}

interface ManyProps extends Omit<Props, 'value' | 'onChange' | 'clears'> {
  values: string[]
  onChange: (values: string[]) => void
}

/** Several words, chosen from a list or typed. */
export function Choices({ label, at, values, options, onChange, free, placeholder, name }: ManyProps) {
  const [typed, setTyped] = useState('')
  const status = useStatus(at)
  return (
    <Select<string[]>
      mode="multiple" size="small" className="choice many" aria-label={label} status={status} placeholder={placeholder ?? label} value={values} onChange={onChange}
      options={withTyped(options, values, free ? typed.trim() : '', name)} popupMatchSelectWidth={false} onOpenChange={(open) => !open && setTyped('')}
      showSearch={{ filterOption: fits, onSearch: setTyped }}
    />
  )
}

const coded = (value: Scalar) => JSON.stringify(value)
const decoded = (text: string) => JSON.parse(text) as Scalar
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?$/

/** Whether a typed text is a number that comes back as it was written. */
const asNumber = (text: string): number[] => (NUMBER.test(text) && Number.isSafeInteger(Math.trunc(Number(text))) ? [Number(text)] : [])

/** What a typed text can be meant as: the text, the number, the flag. */
function meanings(typed: string, type: string | undefined): Scalar[] {
  if (typed === '') return []
  const flags: Scalar[] = typed === 'true' ? [true] : typed === 'false' ? [false] : []
  const special = [...asNumber(typed), ...flags]
  return type === 'number' || type === 'boolean' || type === 'flag' ? [...special, typed] : [typed, ...special]
}

function useScalars(values: Scalar[], examples: Scalar[], type: string | undefined) {
  const { t } = useTranslation('conditions')
  const [typed, setTyped] = useState('')
  const options = useMemo(() => {
    const name = (value: Scalar) => {
      if (typeof value === 'string') return asNumber(value).length > 0 || value === 'true' || value === 'false' || value === '' ? `“${value}”` : value
      return typeof value === 'boolean' ? t(`flag.${String(value)}`) : String(value)
    }
    const all = [...new Set([...meanings(typed.trim(), type), ...values, ...examples].map(coded))]
    return all.map((code) => ({ value: code, label: name(decoded(code)) }))
  }, [values, examples, type, typed, t])
  return { options, setTyped }
}

interface ScalarProps {
  label: string
  at: string
  examples: Scalar[]
  type?: string
}

/** A value that is a text, a number or a flag: the three are told apart. */
export function ScalarChoice({ label, at, value, onChange, examples, type }: ScalarProps & { value: Scalar; onChange: (value: Scalar) => void }) {
  const values = useMemo(() => (value === '' ? [] : [value]), [value])
  const { options, setTyped } = useScalars(values, examples, type)
  const status = useStatus(at)
  return (
    <Select<string>
      size="small" className="choice" aria-label={label} placeholder={label} status={status} value={value === '' ? undefined : coded(value)} options={options} onChange={(code) => onChange(decoded(code))}
      popupMatchSelectWidth={false} showSearch={{ filterOption: fits, onSearch: setTyped }} onOpenChange={(open) => !open && setTyped('')}
    />
  )
}

export function ScalarChoices({ label, at, values, onChange, examples, type }: ScalarProps & { values: Scalar[]; onChange: (values: Scalar[]) => void }) {
  const { options, setTyped } = useScalars(values, examples, type)
  const status = useStatus(at)
  return (
    <Select<string[]>
      mode="multiple" size="small" className="choice many" aria-label={label} placeholder={label} status={status} value={values.map(coded)} options={options} onChange={(codes) => onChange(codes.map(decoded))}
      popupMatchSelectWidth={false} showSearch={{ filterOption: fits, onSearch: setTyped }} onOpenChange={(open) => !open && setTyped('')}
    />
  )
}
