import { useEffect, type ReactNode } from 'react'

interface Props {
  title: string
  lead?: ReactNode
  crumb?: ReactNode
  actions?: ReactNode
}

export function PageHeader({ title, lead, crumb, actions }: Props) {
  useEffect(() => {
    document.title = `${title} · Millrace`
  }, [title])
  return (
    <header className="page-head">
      <div className="grow">
        {crumb && <div className="crumb">{crumb}</div>}
        <h1 id="page-title" tabIndex={-1}>{title}</h1>
        {lead && <p className="lead">{lead}</p>}
      </div>
      {actions && <div className="actions">{actions}</div>}
    </header>
  )
}
