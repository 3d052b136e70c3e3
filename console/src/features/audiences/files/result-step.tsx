import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Fill } from './api'
import { FillState } from './fill-state'

export function ResultStep({ fill, onClose }: { fill: Fill; onClose: () => void }) {
  const { t } = useTranslation('lists')
  return (
    <div className="stack">
      <FillState fill={fill} />
      <p className="muted small">{t('goesOn')}</p>
      <div><Button type="primary" onClick={onClose}>{t('toList')}</Button></div>
    </div>
  )
}
