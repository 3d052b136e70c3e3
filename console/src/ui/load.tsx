import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from './problem-alert'

interface SkeletonProps {
  height?: number
  lines?: number
}

export function Skeleton({ height = 120, lines }: SkeletonProps) {
  const { t } = useTranslation()
  return (
    <div className="stack tight" role="status" aria-label={t('loading')}>
      {lines
        ? Array.from({ length: lines }, (_, i) => <div key={i} className="skeleton" style={{ height: 18, width: `${96 - ((i * 17) % 40)}%` }} />)
        : <div className="skeleton" style={{ height }} />}
    </div>
  )
}

interface Props<T> {
  query: UseQueryResult<T>
  skeleton?: ReactNode
  children: (data: T) => ReactNode
}

/** Loading, failing and arriving, the same way on every screen. Old data stays while new data comes. */
export function Load<T>({ query, skeleton, children }: Props<T>) {
  if (query.data !== undefined) {
    return (
      <>
        {query.isError && <ProblemAlert error={query.error} onRetry={() => void query.refetch()} retrying={query.isFetching} />}
        {children(query.data)}
      </>
    )
  }
  if (query.isError) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} retrying={query.isFetching} />
  return skeleton ?? <Skeleton />
}
