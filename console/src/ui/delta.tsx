import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'

interface Props {
  value: number
  previous: number | null | undefined
  /** For figures where less is better, such as refunds. */
  lessIsBetter?: boolean
}

/** The change against the compared period, told by sign and arrow as well as by colour. */
export function Delta({ value, previous, lessIsBetter }: Props) {
  const format = useFormat()
  const { t } = useTranslation()
  if (previous === null || previous === undefined) return null
  if (previous === 0) return <span className="delta same">{value === 0 ? '±0' : t('delta.fromZero')}</span>
  const share = (value - previous) / Math.abs(previous)
  const same = Math.abs(share) < 0.0005
  const better = share > 0 !== Boolean(lessIsBetter)
  const arrow = same ? '→' : share > 0 ? '↑' : '↓'
  return (
    <span className={`delta ${same ? 'same' : better ? 'up' : 'down'}`}>
      <span aria-hidden="true">{arrow}</span>
      <span className="hidden-visually">{same ? t('delta.same') : share > 0 ? t('delta.up') : t('delta.down')}</span>
      {format.percent(Math.abs(share), Math.abs(share) < 0.1 ? 1 : 0)}
    </span>
  )
}
