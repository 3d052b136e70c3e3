import type { ReactNode } from 'react'

interface Props {
  title: string
  children?: ReactNode
  actions?: ReactNode
}

/** An empty screen says why it is empty and what to do next. */
export function EmptyState({ title, children, actions }: Props) {
  return (
    <div className="empty">
      <svg className="art" width="76" height="52" viewBox="0 0 76 52" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" aria-hidden="true">
        <circle cx="38" cy="20" r="14" />
        <path d="M38 2v36M22.4 11l31.2 18M22.4 29l31.2-18" />
        <circle cx="38" cy="20" r="3" fill="var(--accent)" stroke="none" />
        <path d="M4 46c5 0 5-3 10-3s5 3 10 3 5-3 10-3 5 3 10 3 5-3 10-3 5 3 10 3 4-2 8-3" stroke="var(--accent)" opacity="0.8" />
      </svg>
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {actions && <div className="row">{actions}</div>}
    </div>
  )
}
