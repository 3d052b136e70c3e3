import { useId, type ReactNode } from 'react'

interface Props {
  title?: ReactNode
  hint?: ReactNode
  extra?: ReactNode
  flush?: boolean
  className?: string
  children: ReactNode
}

/** A titled region of a page. */
export function Card({ title, hint, extra, flush, className = '', children }: Props) {
  const id = useId()
  return (
    <section className={`card ${flush ? 'flush' : ''} ${className}`} aria-labelledby={title ? id : undefined}>
      {(title || extra) && (
        <div className="card-head">
          <div>
            {title && <h2 id={id}>{title}</h2>}
            {hint && <p className="hint">{hint}</p>}
          </div>
          {extra && <div className="row tight">{extra}</div>}
        </div>
      )}
      {children}
    </section>
  )
}
