import { InputNumber, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'

const HUNDRED = 100

interface NumberProps {
  name: string
  value: number
  least: number
  most?: number
  step?: number
  suffix?: string
  onChange: (value: number) => void
}

/** A number that counts once it is entered, not at every digit. */
export function NumberField({ name, value, least, most, step = 1, suffix, onChange }: NumberProps) {
  const enter = (text: string) => {
    const number = Number(text)
    onChange(Math.min(most ?? Number.MAX_SAFE_INTEGER, Math.max(least, Number.isFinite(number) && text !== '' ? number : least)))
  }
  return (
    <label className="row tight small">
      {name}
      <InputNumber size="small" min={least} max={most} step={step} suffix={suffix} style={{ width: 92 }} changeOnWheel={false} value={value} onPressEnter={(event) => enter(event.currentTarget.value)} onBlur={(event) => enter(event.currentTarget.value)} />
    </label>
  )
}

/** A share from 0 to 1, shown in percent. */
export function ShareField({ name, value, least, step, onChange }: { name: string; value: string; least: number; step: number; onChange: (share: string) => void }) {
  return <NumberField name={name} suffix="%" least={least} most={HUNDRED} step={step} value={Math.round(Number(value) * HUNDRED * HUNDRED) / HUNDRED} onChange={(percent) => onChange(String(percent / HUNDRED))} />
}

export function ByField({ value, onChange }: { value: string; onChange: (by: string) => void }) {
  const { t } = useTranslation('baskets')
  return <Segmented size="small" aria-label={t('by')} value={value} onChange={onChange} options={['sku', 'category'].map((one) => ({ value: one, label: t(`item.${one}`) }))} />
}
