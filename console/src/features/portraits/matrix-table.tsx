import { useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '@/lib/format'
import { useLabel } from '@/lib/i18n'
import { openLink } from '@/lib/routes'
import { Figure } from '@/ui/figure'
import type { Cell, Margin, Matrix, Sum } from './api'
import { margins, measured, nothing, warmth, type Measure } from './measures'

interface Props {
  matrix: Matrix
  cells: Cell[]
  layer: Margin | null
  measure: Measure
  /** Null where cells open; else those that are marked. */
  marked: Cell[] | null
  onMark: (cell: Cell) => void
}

const ARROWS: Record<string, [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }

/** The matrix as a real table; every cell and every total opens exactly its customers. */
export function MatrixTable({ matrix, cells, layer, measure, marked, onMark }: Props) {
  const { t } = useTranslation('portraits')
  const format = useFormat()
  const label = useLabel()
  const table = useRef<HTMLTableElement>(null)
  const sums = margins(matrix, cells, layer)
  const rows = matrix.rows.values.filter(({ value }) => sums.row.has(value))
  const columns = matrix.columns.values.filter(({ value }) => sums.column.has(value))
  const at = new Map(cells.map((cell) => [JSON.stringify([cell.row, cell.column]), cell]))
  const sumsOf = (cell: Cell) => ({ cell: cell.sum, row: sums.row.get(cell.row) ?? nothing, column: sums.column.get(cell.column) ?? nothing, total: sums.total })
  const top = Math.max(0, ...cells.map((cell) => measured(measure, sumsOf(cell))).filter(Number.isFinite))
  const shown = (value: number) => {
    if (!Number.isFinite(value)) return '–'
    if (measure === 'row' || measure === 'column') return format.percent(value, 1)
    if (measure === 'revenue' || measure === 'average') return format.moneyShort({ amount: Math.round(value), currency: matrix.currency ?? 'XXX' })
    return format.number(value)
  }
  const ofTotal = (sum: Sum) => (measure === 'revenue' ? shown(sum.revenue) : measure === 'average' ? shown(sum.revenue / sum.customers) : format.number(sum.customers))
  const move = (event: KeyboardEvent) => {
    const step = ARROWS[event.key]
    const [row, column] = (event.target instanceof HTMLElement ? event.target.dataset.at ?? '' : '').split(',').map(Number)
    if (!step || row === undefined || column === undefined) return
    event.preventDefault()
    table.current?.querySelector<HTMLElement>(`[data-at="${row + step[0]},${column + step[1]}"]`)?.focus()
  }
  return (
    <div className="matrix-wrap">
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the arrows move between the links inside */}
      <table className="matrix" ref={table} onKeyDown={move}>
        <caption className="hidden-visually">{t('matrix.caption', { rows: label(matrix.rows.grouping.label), columns: label(matrix.columns.grouping.label) })}</caption>
        <thead>
          <tr><td />{columns.map((each) => <th key={each.value} scope="col">{label(each.label, each.value)}</th>)}<th scope="col" className="total">{t('matrix.total')}</th></tr>
        </thead>
        <tbody>
          {rows.map((row, r) => (
            <tr key={row.value}>
              <th scope="row">{label(row.label, row.value)}</th>
              {columns.map((column, c) => {
                const cell = at.get(JSON.stringify([row.value, column.value]))
                if (!cell) return <td key={column.value}><span className="cell-empty">–</span></td>
                const value = measured(measure, sumsOf(cell))
                const name = t('matrix.cell', { row: label(row.label, row.value), column: label(column.label, column.value), value: shown(value), customers: format.number(cell.sum.customers) })
                const on = marked?.includes(cell) ?? false
                const look = `matrix-cell warm-${warmth(measure, value, top)} ${on ? 'on' : ''} ${cell.sum.customers < 10 ? 'few' : ''}`
                return (
                  <td key={column.value}>
                    {marked
                      ? <button type="button" className={look} data-at={`${r},${c}`} aria-pressed={on} aria-label={name} onClick={() => onMark(cell)}>{shown(value)}</button>
                      : <Link className={look} data-at={`${r},${c}`} to={openLink(cell.sum.open)} aria-label={name}>{shown(value)}</Link>}
                  </td>
                )
              })}
              <td className="total end"><Figure value={ofTotal(sums.row.get(row.value) ?? nothing)} open={sums.row.get(row.value)?.open} label={label(row.label, row.value)} /></td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className="total">{t('matrix.total')}</th>
            {columns.map((column) => <td key={column.value} className="total end"><Figure value={ofTotal(sums.column.get(column.value) ?? nothing)} open={sums.column.get(column.value)?.open} label={label(column.label, column.value)} /></td>)}
            <td className="total end"><Figure value={ofTotal(sums.total)} open={sums.total.open} label={t('matrix.total')} /></td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
