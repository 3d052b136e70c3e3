import { HistoryOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { dayAfter, useNewestOrder } from '@/lib/newest-order'

const QUIET_DAYS = 30
const DAY = 86_400_000

interface Props {
  asOf: string
  onLook: (asOf: string) => void
}

/** Where "now" shows nothing because the data end long ago: one click to the day after the newest order. */
export function OldData({ asOf, onLook }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const newest = useNewestOrder(asOf === '')
  if (asOf || !newest.data || Date.now() - new Date(newest.data).getTime() < QUIET_DAYS * DAY) return null
  const day = dayAfter(format.dayKey(newest.data))
  return (
    <div className="old-data" role="note">
      <span>{t('oldData.text', { date: format.date(newest.data) })}</span>
      <Button size="small" type="primary" icon={<HistoryOutlined />} onClick={() => onLook(day)}>{t('oldData.look', { date: format.date(day) })}</Button>
    </div>
  )
}
