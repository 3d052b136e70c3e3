import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import timezone from 'dayjs/plugin/timezone'
import utc from 'dayjs/plugin/utc'
import { useSession } from '@/lib/session'
import { useStatus } from './clause-context'

dayjs.extend(utc)
dayjs.extend(timezone)

interface Props {
  label: string
  at: string
  value: string | undefined
  onChange: (value: string | undefined) => void
  optional?: boolean
}

export function DayField({ label, at, value, onChange, optional }: Props) {
  const status = useStatus(at)
  return <DatePicker size="small" aria-label={label} placeholder={label} status={status} allowClear={optional} value={value ? dayjs(value) : null} onChange={(day) => (day || optional) && onChange(day ? day.format('YYYY-MM-DD') : undefined)} />
}

const WALL = 'YYYY-MM-DDTHH:mm:ss'

/** An instant, shown and typed as the workspace's clocks show it. */
export function InstantField({ label, at, value, onChange, optional }: Props) {
  const status = useStatus(at)
  const { workspace: { zone } } = useSession()
  const shown = value && dayjs(value).isValid() ? dayjs(dayjs(value).tz(zone).format(WALL)) : null
  return (
    <DatePicker
      size="small" showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" aria-label={label} placeholder={label} status={status} allowClear={optional} value={shown}
      onChange={(picked) => (picked || optional) && onChange(picked ? dayjs.tz(picked.format(WALL), zone).toISOString().replace('.000Z', 'Z') : undefined)}
    />
  )
}
