import type { Matrix, Sum } from './api'

export const MEASURES = ['customers', 'row', 'column', 'index', 'revenue', 'average'] as const
export type Measure = (typeof MEASURES)[number]

export interface Sums {
  cell: Sum
  row: Sum
  column: Sum
  total: Sum
}

/** What a cell comes to; NaN where there is nothing to divide by. */
export function measured(measure: Measure, { cell, row, column, total }: Sums): number {
  switch (measure) {
    case 'customers': return cell.customers
    case 'row': return cell.customers / row.customers
    case 'column': return cell.customers / column.customers
    case 'index': return (100 * cell.customers * total.customers) / (row.customers * column.customers)
    case 'revenue': return cell.revenue
    case 'average': return cell.revenue / cell.customers
  }
}

const STEPS = [0, 0.1, 0.22, 0.38, 0.58, 0.8]

/** How warm a cell is, 0 to 6. An index is warm above 100 and stays cold below. */
export function warmth(measure: Measure, value: number, top: number): number {
  if (!Number.isFinite(value) || value <= 0 || top <= 0) return 0
  const part = measure === 'index' ? Math.min(1, Math.max(0, (value - 100) / 200)) : value / top
  return STEPS.filter((from) => part > from).length
}

export const nothing: Sum = { customers: 0, revenue: 0, open: '' }

/** The sums of one layer, or of all: a grouping with several values counts a customer once for each. */
export function margins(matrix: Matrix, cells: Matrix['cells'], layer: Matrix['rows']['values'][number] | null) {
  if (!layer) return { row: new Map(matrix.rows.values.map((each) => [each.value, each.sum])), column: new Map(matrix.columns.values.map((each) => [each.value, each.sum])), total: matrix.total }
  const also = new URLSearchParams(layer.sum.open)
  const add = (of: 'row' | 'column') => {
    const sums = new Map<string, Sum>()
    for (const cell of cells) {
      const before = sums.get(cell[of]) ?? nothing
      const margin = matrix[of === 'row' ? 'rows' : 'columns'].values.find((each) => each.value === cell[of])
      const open = new URLSearchParams(margin?.sum.open)
      for (const each of also.getAll('in')) if (!open.getAll('in').includes(each)) open.append('in', each)
      sums.set(cell[of], { customers: before.customers + cell.sum.customers, revenue: before.revenue + cell.sum.revenue, open: open.toString() })
    }
    return sums
  }
  return { row: add('row'), column: add('column'), total: layer.sum }
}
