import { InputNumber } from 'antd'
import { useStatus } from './clause-context'

interface Props {
  label: string
  at: string
  value: number | undefined
  onChange: (value: number | undefined) => void
  least?: number
  most?: number
  /** Decimals are allowed. */
  fraction?: boolean
  optional?: boolean
  suffix?: string
  placeholder?: string
}

/** A number in a sentence. An emptied field keeps its last value, unless it may be empty. */
export function NumberField({ label, at, value, onChange, least, most, fraction, optional, suffix, placeholder }: Props) {
  const status = useStatus(at)
  return (
    <InputNumber
      size="small" className="number-field" aria-label={label} status={status} min={least} max={most} precision={fraction ? undefined : 0} value={value ?? null} suffix={suffix} placeholder={placeholder}
      onChange={(next) => (next === null ? optional && onChange(undefined) : onChange(next))}
    />
  )
}
