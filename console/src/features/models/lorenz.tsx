import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { Chart } from '@/ui/chart/chart'
import type { Column } from '@/ui/data-table'
import type { Palette } from '@/ui/chart/palette'

interface Point {
  /** Share of the customers, the best first. */
  customers: number
  value: number
}

interface Props<P extends Point> {
  value: { curve: P[] }
  label?: string
  /** One more column, such as who they are. */
  more?: Column<P>
}

const ROWS = [0.01, 0.05, 0.1, 0.2, 0.3, 0.5, 0.8, 1]

/** The best customers first: which share of all value they will bring. */
export function Lorenz<P extends Point>({ value, label, more }: Props<P>) {
  const { t } = useTranslation('models')
  const format = useFormat()
  const option = useCallback((palette: Palette) => ({
    grid: { left: 4, right: 12, top: 14, bottom: 4, containLabel: true },
    tooltip: {
      trigger: 'axis', backgroundColor: palette.surface, borderColor: palette.line, textStyle: { color: palette.ink },
      formatter: (points: { data: [number, number] }[]) => (points[0] ? t('value.lorenzPoint', { customers: format.percent(points[0].data[0]), share: format.percent(points[0].data[1], 1) }) : ''),
    },
    xAxis: { type: 'value', max: 1, axisLabel: { color: palette.muted, formatter: (share: number) => format.percent(share) }, splitLine: { show: false } },
    yAxis: { type: 'value', max: 1, axisLabel: { color: palette.muted, formatter: (share: number) => format.percent(share) }, splitLine: { lineStyle: { color: palette.line } } },
    series: [
      { type: 'line', symbol: 'none', lineStyle: { color: palette.brand, width: 2.5 }, areaStyle: { color: palette.brand, opacity: 0.1 }, data: value.curve.map((point) => [point.customers, point.value]) },
      { type: 'line', symbol: 'none', silent: true, lineStyle: { color: palette.muted, width: 1, type: 'dashed' }, data: [[0, 0], [1, 1]] },
    ],
  }), [value, format, t])
  const rows = ROWS.flatMap((share) => value.curve.find((point) => point.customers >= share - 1e-9) ?? [])
  return (
    <Chart
      label={label ?? t('value.lorenz')} option={option} height={264}
      table={{
        rows, rowKey: (point) => String(point.customers),
        columns: [
          { key: 'best', title: t('value.best'), render: (point) => format.percent(point.customers) },
          { key: 'share', title: t('value.shareOfValue'), end: true, render: (point) => <span className="num">{format.percent(point.value, 1)}</span> },
          ...(more ? [more] : []),
        ],
      }}
    />
  )
}
