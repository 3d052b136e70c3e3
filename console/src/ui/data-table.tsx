import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export interface Column<T> {
  key: string
  title: string
  render: (row: T) => ReactNode
  end?: boolean
  width?: number | string
  /** The name of the ordering that the server knows for this column. */
  sort?: string
  /** On a phone: the headline of the card, a line without its name, or nothing. */
  card?: 'lead' | 'bare' | 'none'
}

interface Props<T> {
  label: string
  columns: Column<T>[]
  rows: T[]
  rowKey: (row: T) => string
  /** The current ordering, "-" in front for falling. */
  sort?: string
  onSort?: (sort: string) => void
  /** Rows carry a `.main-link` that opens them. */
  opens?: boolean
  cards?: boolean
}

interface HeadProps<T> {
  column: Column<T>
  sort?: string
  onSort?: (sort: string) => void
}

function Head<T>({ column, sort, onSort }: HeadProps<T>) {
  const { t } = useTranslation()
  const name = column.sort
  if (!name || !onSort) return <th scope="col" className={column.end ? 'end' : ''} style={{ width: column.width }}>{column.title}</th>
  const falling = sort === `-${name}`
  const on = falling || sort === name
  return (
    <th scope="col" className={column.end ? 'end' : ''} style={{ width: column.width }} aria-sort={on ? (falling ? 'descending' : 'ascending') : 'none'}>
      <button type="button" className={`sort ${on ? 'on' : ''}`} title={t('sortBy', { name: column.title })} onClick={() => onSort(falling ? name : `-${name}`)}>
        {column.title}
        {on && !falling ? <ArrowUpOutlined aria-hidden="true" /> : <ArrowDownOutlined aria-hidden="true" />}
      </button>
    </th>
  )
}

/* The explicit roles keep the table a table for assistive technology when the
   phone layout turns its rows into cards (display: block drops the implied roles). */
export function DataTable<T>({ label, columns, rows, rowKey, sort, onSort, opens, cards = true }: Props<T>) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reachable by keyboard
    <div className="table-box" role="group" aria-label={label} tabIndex={0}>
      <table className={`table ${opens ? 'opens' : ''} ${cards ? 'cards' : ''}`} role="table" aria-label={label}>
        {/* eslint-disable-next-line jsx-a11y/no-redundant-roles */}
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => <Head key={column.key} column={column} sort={sort} onSort={onSort} />)}
          </tr>
        </thead>
        {/* eslint-disable-next-line jsx-a11y/no-redundant-roles */}
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map((column) => (
                // eslint-disable-next-line jsx-a11y/no-interactive-element-to-noninteractive-role
                <td key={column.key} role="cell" data-label={column.title} className={`${column.end ? 'end' : ''} ${column.card ?? ''}`}>
                  <span className="cell">{column.render(row)}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
