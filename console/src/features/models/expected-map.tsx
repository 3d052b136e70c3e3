import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { openLink } from '@/lib/routes'
import { HeatTable } from './heat-table'
import type { ExpectedCell, Value } from './types'

/** Orders to come, by how often and how long ago somebody bought. */
export function ExpectedMap({ value }: { value: Value }) {
  const { t } = useTranslation('models')
  const format = useFormat()
  const rows = new Map<number, ExpectedCell[]>()
  value.expected.forEach((cell) => rows.set(cell.purchases, [...(rows.get(cell.purchases) ?? []), cell]))
  const first = [...rows.values()][0] ?? []
  const often = (cell: ExpectedCell) => (cell.purchasesTo === null ? t('expected.more', { from: cell.purchases }) : cell.purchasesTo === cell.purchases ? `${cell.purchases}×` : `${cell.purchases}–${cell.purchasesTo}×`)
  const ago = (cell: ExpectedCell) => (cell.weeksBelow === null ? t('expected.moreWeeks', { from: cell.weeks }) : t('expected.weeks', { from: cell.weeks, below: cell.weeksBelow }))
  return (
    <HeatTable
      caption={t('expected.caption')} corner={t('expected.corner')} columns={first.map(ago)}
      rows={[...rows.values()].filter((cells) => cells.some((cell) => cell.customers > 0)).reverse().map((cells) => ({
        name: cells[0] ? often(cells[0]) : '',
        cells: cells.map((cell) => ({
          key: `${cell.purchases}-${cell.weeks}`, main: format.number(cell.orders, cell.orders < 10 ? 2 : 0), sub: format.number(cell.customers), warmth: cell.orders,
          spoken: t('expected.cell', { orders: format.number(cell.orders, cell.orders < 10 ? 2 : 0), customers: format.number(cell.customers), often: often(cell), ago: ago(cell) }),
          to: cell.customers > 0 ? openLink(cell.open, value.asOf) : null,
        })),
      }))}
    />
  )
}
