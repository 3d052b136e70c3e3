import { CloseOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'

/** A filter that is on, in words, with a way to take it off. */
export function RemovableChip({ text, onRemove }: { text: string; onRemove: () => void }) {
  const { t } = useTranslation()
  return (
    <span className="chip">
      {text}
      <button type="button" aria-label={t('removeFilter', { name: text })} onClick={onRemove}><CloseOutlined aria-hidden="true" style={{ fontSize: 11 }} /></button>
    </span>
  )
}
