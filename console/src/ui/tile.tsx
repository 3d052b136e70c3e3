import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { openLink } from '@/lib/routes'

interface Props {
  name: string
  value: ReactNode
  open?: string | null
  asOf?: string
  warm?: boolean
  foot?: ReactNode
  trend?: ReactNode
}

/** One headline figure; the whole tile opens what is behind it. */
export function Tile({ name, value, open, asOf, warm, foot, trend }: Props) {
  const size = `big ${warm ? 'warm' : ''}`
  return (
    <div className="card tile">
      <span className="name">{name}</span>
      {open ? <Link className={size} to={openLink(open, asOf)}>{value}<span className="hidden-visually"> {name}</span></Link> : <span className={size}>{value}</span>}
      <span className="foot"><span className="muted">{foot}</span>{trend}</span>
    </div>
  )
}
