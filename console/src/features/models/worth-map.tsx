import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { openLink } from '@/lib/routes'
import { HeatTable } from './heat-table'
import type { Value } from './types'

const distinct = (numbers: number[]) => [...new Set(numbers)].sort((a, b) => a - b)

/** Likely still a customer × value so far: whom to keep, win back, grow or let go. */
export function WorthMap({ value, currency }: { value: Value; currency: string }) {
  const { t } = useTranslation('models')
  const format = useFormat()
  const money = (amount: number) => format.moneyShort({ amount, currency })
  const worths = distinct(value.map.map((cell) => cell.worthFrom))
  const column = (from: number, i: number) => (i + 1 < worths.length ? t('below', { below: money(worths[i + 1] ?? 0), from: money(from) }) : t('from', { from: money(from) }))
  return (
    <HeatTable
      caption={t('worth.title')} corner={t('worth.corner')} columns={worths.map(column)}
      rows={distinct(value.map.map((cell) => cell.aliveFrom)).reverse().map((alive) => ({
        name: `${format.percent(alive)} – ${format.percent(alive + 0.2)}`,
        cells: value.map.filter((cell) => cell.aliveFrom === alive).map((cell, i) => ({
          key: `${cell.aliveFrom}-${cell.worthFrom}`, main: format.number(cell.customers), sub: money(cell.value), warmth: cell.customers,
          spoken: t('worth.cell', { customers: format.number(cell.customers), alive: format.percent(alive), worth: column(cell.worthFrom, i), money: money(cell.value) }),
          to: cell.customers > 0 ? openLink(cell.open, value.asOf) : null,
        })),
      }))}
    />
  )
}
