import { describe, expect, it } from 'vitest'
import type { Cell, Margin, Matrix, Sum } from './api'
import { sized } from './sized'
import { margins, measured, nothing, warmth } from './measures'
import { reach } from './reach'

const sum = (customers: number, revenue = 0, open = ''): Sum => ({ customers, revenue, open })
const margin = (value: string, of: Sum): Margin => ({ value, label: { en: value, zh: value }, live: true, sum: of })
const grouping = { key: 'g', label: { en: 'g', zh: 'g' }, family: 'value', several: false }

describe('a cell of a matrix', () => {
  const sums = { cell: sum(30, 6000), row: sum(60), column: sum(100), total: sum(400) }
  it('is a share of its row, of its column, and an index against both', () => {
    expect(measured('row', sums)).toBe(0.5)
    expect(measured('column', sums)).toBe(0.3)
    expect(measured('index', sums)).toBe(200)
    expect(measured('average', sums)).toBe(200)
    expect(measured('row', { ...sums, row: nothing })).toBe(Infinity)
  })

  it('is warm by its share of the largest, an index only above 100', () => {
    expect(warmth('customers', 100, 100)).toBe(6)
    expect(warmth('customers', 0, 100)).toBe(0)
    expect(warmth('index', 90, 400)).toBe(0)
    expect(warmth('index', 300, 400)).toBe(6)
  })
})

describe('the margins of one layer', () => {
  it('add up from its cells and open with the layer', () => {
    const layer = margin('l', sum(5, 0, 'in=group%3Ac~l'))
    const cells: Cell[] = [{ row: 'a', column: 'x', layer: 'l', sum: sum(2) }, { row: 'a', column: 'y', layer: 'l', sum: sum(3) }]
    const matrix = { rows: { grouping, values: [margin('a', sum(9, 0, 'in=group%3Aa~a'))] }, columns: { grouping, values: [margin('x', sum(4)), margin('y', sum(5))] }, layers: { grouping, values: [layer] }, total: sum(9), cells } as unknown as Matrix
    const found = margins(matrix, cells, layer)
    expect(found.row.get('a')?.customers).toBe(5)
    expect(new URLSearchParams(found.row.get('a')?.open).getAll('in')).toEqual(['group:a~a', 'group:c~l'])
    expect(found.column.get('y')?.customers).toBe(3)
    expect(found.total.customers).toBe(5)
    expect(margins(matrix, cells, null).row.get('a')?.customers).toBe(9)
  })
})

describe('bars and rankings', () => {
  it('reach to the right above 100 and to the left below', () => {
    expect(reach(100)).toBe(0)
    expect(reach(200)).toBe(50)
    expect(reach(900)).toBe(100)
    expect(reach(40)).toBe(60)
    expect(reach(null)).toBe(0)
  })

  it('open another size of the same ranking', () => {
    expect(new URLSearchParams(sized('in=lookalike%3Aabc~10~1~tag.x', 25)).get('in')).toBe('lookalike:abc~25~1~tag.x')
    expect(new URLSearchParams(sized('in=choice%3Apresent~10~revenue~365~1&asOf=2026-01-01', 7)).getAll('in')).toEqual(['choice:present~7~revenue~365~1'])
  })
})
