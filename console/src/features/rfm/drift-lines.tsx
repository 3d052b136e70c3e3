import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { Chart } from '@/ui/chart/chart'
import type { Palette } from '@/ui/chart/palette'
import type { Drift } from './drift-api'

type Month = Drift['months'][number]

interface Props {
  name: string
  months: Month[]
  values: (month: Month) => (number | null)[]
  text: (value: number) => string
}

const BOUNDS = [0, 1, 2, 3]

/** The four bounds of one score, month by month. */
export function DriftLines({ name, months, values, text }: Props) {
  const { t } = useTranslation('drift')
  const format = useFormat()
  const option = useCallback((palette: Palette) => {
    const colours = [palette.stages[0]!, palette.stages[1]!, palette.brand, palette.accent]
    return {
      grid: { left: 4, right: 10, top: 12, bottom: 4, containLabel: true },
      tooltip: { trigger: 'axis', backgroundColor: palette.surface, borderColor: palette.line, textStyle: { color: palette.ink }, valueFormatter: (value: number | null) => (value === null ? '–' : text(value)) },
      xAxis: { type: 'category', data: months.map((month) => format.month(month.asOf)), axisTick: { show: false }, axisLine: { lineStyle: { color: palette.line } }, axisLabel: { color: palette.muted, hideOverlap: true } },
      yAxis: { type: 'value', axisLabel: { color: palette.muted, formatter: text }, splitLine: { lineStyle: { color: palette.line } } },
      series: BOUNDS.map((bound) => ({ name: t('bound', { number: bound + 1 }), type: 'line', symbolSize: 5, lineStyle: { color: colours[bound], width: 2 }, itemStyle: { color: colours[bound] }, data: months.map((month) => values(month)[bound] ?? null) })),
    }
  }, [months, values, text, format, t])
  return (
    <div>
      <h3>{name}</h3>
      <Chart
        label={name} option={option} height={200}
        table={{
          rows: months, rowKey: (month) => month.asOf,
          columns: [
            { key: 'month', title: t('day'), render: (month) => format.date(month.asOf) },
            ...BOUNDS.map((bound) => ({ key: String(bound), title: String(bound + 1), end: true, render: (month: Month) => <span className="num">{values(month)[bound] === null || values(month)[bound] === undefined ? '–' : text(values(month)[bound]!)}</span> })),
          ],
        }}
      />
    </div>
  )
}
