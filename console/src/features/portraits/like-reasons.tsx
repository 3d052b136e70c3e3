import { useFormat } from '@/lib/format'
import { useLabel } from '@/lib/i18n'
import type { Driver } from './api'

/** What counts most, to the right where it speaks for being similar. */
export function LikeReasons({ drivers }: { drivers: Driver[] }) {
  const label = useLabel()
  const format = useFormat()
  const top = Math.max(0.01, ...drivers.map(({ weight }) => Math.abs(weight)))
  return (
    <ul className="drivers">
      {drivers.map(({ label: named, weight }) => (
        <li key={label(named)}>
          <span>{label(named)}</span>
          <span className="tgi">
            <span className="left">{weight < 0 && <i className="bad-side" style={{ width: `${(100 * -weight) / top}%` }} />}</span>
            <span className="right">{weight > 0 && <i style={{ width: `${(100 * weight) / top}%` }} />}</span>
            <b className="num">{weight > 0 ? '+' : ''}{format.number(weight, 2)}</b>
          </span>
        </li>
      ))}
    </ul>
  )
}
