import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useLabel } from '@/lib/i18n'
import { useGroupings } from './api'

interface Props {
  label: string
  value: string
  clear?: boolean
  onChange: (key: string) => void
}

/** One of the groupings, by family. */
export function GroupingSelect({ label, value, clear, onChange }: Props) {
  const { t } = useTranslation('portraits')
  const named = useLabel()
  const groupings = useGroupings().data ?? []
  const families = [...new Set(groupings.map(({ family }) => family))]
  return (
    <span className="axis">
      <span className="muted small" aria-hidden="true">{label}</span>
      <Select
        aria-label={label} showSearch={{ optionFilterProp: 'label' }} allowClear={clear} placeholder={clear ? t('matrix.none') : undefined} value={value || undefined} onChange={(key?: string) => onChange(key ?? '')} popupMatchSelectWidth={false} style={{ minWidth: 170 }}
        options={families.map((family) => ({ label: t(`family.${family}`), options: groupings.filter((each) => each.family === family).map((each) => ({ value: each.key, label: named(each.label, each.key) })) }))}
      />
    </span>
  )
}
