import { Tooltip } from 'antd'
import { useFormat } from '@/lib/format'

interface Props {
  at: string | null | undefined
  as?: 'date' | 'dateTime' | 'time' | 'relative'
}

/** An instant in the workspace's zone; a relative time tells the exact one on demand. */
export function When({ at, as = 'date' }: Props) {
  const format = useFormat()
  if (!at) return <span className="muted">–</span>
  const text = format[as](at)
  if (as === 'dateTime') return <time className="num" dateTime={at}>{text}</time>
  return (
    <Tooltip title={format.dateTime(at)}>
      <time className="num" dateTime={at}>{text}</time>
    </Tooltip>
  )
}
