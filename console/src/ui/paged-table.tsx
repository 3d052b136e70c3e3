import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import type { Page } from '@/lib/types'
import { DataTable, type Column } from './data-table'
import { Skeleton } from './load'
import { ProblemAlert } from './problem-alert'

interface Props<T> {
  label: string
  query: UseInfiniteQueryResult<InfiniteData<Page<T>>>
  columns: Column<T>[]
  rowKey: (row: T) => string
  sort?: string
  onSort?: (sort: string) => void
  opens?: boolean
  cards?: boolean
  empty: ReactNode
}

/** A list that the server pages by cursor: rows so far, how many there are in all, and more on demand. */
export function PagedTable<T>({ query, empty, ...table }: Props<T>) {
  const { t } = useTranslation()
  const format = useFormat()
  if (query.isError && !query.data) return <div style={{ padding: 16 }}><ProblemAlert error={query.error} onRetry={() => void query.refetch()} retrying={query.isFetching} /></div>
  if (!query.data) return <div style={{ padding: 20 }}><Skeleton lines={9} /></div>
  const rows = query.data.pages.flatMap((page) => page.items)
  const total = query.data.pages[0]?.total
  if (rows.length === 0) return empty
  return (
    <>
      <DataTable {...table} rows={rows} />
      <div className="table-foot">
        <span className="num" aria-live="polite">
          {total === undefined ? t('list.shown', { shown: format.number(rows.length) }) : t('list.shownOf', { shown: format.number(rows.length), total: format.number(total) })}
        </span>
        {query.hasNextPage && <Button size="small" onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>{t('list.more')}</Button>}
      </div>
    </>
  )
}
