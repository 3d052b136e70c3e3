import { HistoryOutlined } from '@ant-design/icons'
import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'

interface Props {
  value: string
  onChange: (asOf: string) => void
  label?: string
  placeholder?: string
}

/** Looks at everything as it was when a day began; empty means now. */
export function AsOfPicker({ value, onChange, label, placeholder }: Props) {
  const { t } = useTranslation()
  return (
    <DatePicker
      aria-label={label ?? t('asOf.label')}
      placeholder={placeholder ?? t('asOf.now')}
      value={value ? dayjs(value.slice(0, 10)) : null}
      onChange={(day) => onChange(day ? day.format('YYYY-MM-DD') : '')}
      disabledDate={(day) => day.isAfter(dayjs(), 'day')}
      prefix={<HistoryOutlined aria-hidden="true" />}
      inputReadOnly={false}
      style={{ width: 176 }}
    />
  )
}
