import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { Chart } from '@/ui/chart/chart'
import type { Palette } from '@/ui/chart/palette'
import { Figure } from '@/ui/figure'
import { useInterval } from './use-interval'
import type { Satisfaction } from './types'

/** The net promoter score of each month with its interval. */
export function Months({ page }: { page: Satisfaction }) {
  const { t } = useTranslation('satisfaction')
  const format = useFormat()
  const interval = useInterval()
  const { months } = page
  const option = useCallback((palette: Palette) => ({
    grid: { left: 4, right: 8, top: 14, bottom: 4, containLabel: true },
    tooltip: { trigger: 'axis', backgroundColor: palette.surface, borderColor: palette.line, textStyle: { color: palette.ink }, valueFormatter: (value: number) => format.number(value) },
    xAxis: { type: 'category', data: months.map((each) => each.month), axisLabel: { color: palette.muted, hideOverlap: true }, axisTick: { show: false } },
    yAxis: { type: 'value', axisLabel: { color: palette.muted }, splitLine: { lineStyle: { color: palette.line } } },
    series: [
      { type: 'line', name: t('score'), symbolSize: 7, lineStyle: { color: palette.brand, width: 2.5 }, itemStyle: { color: palette.brand }, data: months.map((each) => Math.round(100 * (each.score.value ?? 0))) },
      ...(['low', 'high'] as const).map((end) => ({ type: 'line', symbol: 'none', silent: true, name: t('range'), lineStyle: { color: palette.muted, width: 1, type: 'dashed' }, data: months.map((each) => Math.round(100 * (each.score[end] ?? 0))) })),
    ],
  }), [months, format, t])
  return (
    <Chart
      label={t('months')} option={option} height={250}
      table={{
        rows: months, rowKey: (each) => each.month,
        columns: [
          { key: 'month', title: t('month'), render: (each) => each.month },
          { key: 'customers', title: t('customers'), end: true, render: (each) => <Figure value={each.customers.customers} open={each.customers.open} asOf={page.asOf} label={each.month} /> },
          { key: 'score', title: t('score'), end: true, render: (each) => <span className="num">{interval.points(each.score.value)}</span> },
          { key: 'range', title: t('range'), end: true, render: (each) => <span className="num">{t('interval', { low: interval.points(each.score.low), high: interval.points(each.score.high) })}</span> },
        ],
      }}
    />
  )
}
