import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '@/lib/format'
import { openLink } from '@/lib/routes'

interface Props {
  /** A count, or an already formatted text. */
  value: number | ReactNode
  /** What lists the things behind the figure: a whole address or a query of the customer list. */
  open?: string | null
  asOf?: string
  /** Says aloud what the figure counts. */
  label?: string
}

/** A number that opens the customers (or orders) that it stands for. */
export function Figure({ value, open, asOf, label }: Props) {
  const format = useFormat()
  const { t } = useTranslation()
  const shown = typeof value === 'number' ? format.number(value) : value
  if (!open) return <span className="num">{shown}</span>
  return (
    <Link className="figure-link" to={openLink(open, asOf)} aria-label={label ? `${label}: ${String(shown)}. ${t('opensThem')}` : undefined}>
      {shown}
    </Link>
  )
}
