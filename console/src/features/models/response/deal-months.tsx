import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useFormat } from '@/lib/format'
import { openLink } from '@/lib/routes'
import { Chart } from '@/ui/chart/chart'
import type { Palette } from '@/ui/chart/palette'
import { Figure } from '@/ui/figure'
import type { Response } from './types'

/** Which share of purchases was on a deal in each month; each bar opens who bought on one. */
export function DealMonths({ page }: { page: Response }) {
  const { t } = useTranslation('response')
  const format = useFormat()
  const navigate = useNavigate()
  const { months } = page.demands
  const option = useCallback((palette: Palette) => ({
    grid: { left: 4, right: 8, top: 14, bottom: 4, containLabel: true },
    tooltip: { trigger: 'axis', backgroundColor: palette.surface, borderColor: palette.line, textStyle: { color: palette.ink }, valueFormatter: (value: number) => format.percent(value, 1) },
    xAxis: { type: 'category', data: months.map((each) => format.month(each.month)), axisLabel: { color: palette.muted, hideOverlap: true }, axisTick: { show: false }, axisLine: { lineStyle: { color: palette.line } } },
    yAxis: { type: 'value', axisLabel: { color: palette.muted, formatter: (value: number) => format.percent(value) }, splitLine: { lineStyle: { color: palette.line } } },
    series: [{ type: 'bar', name: t('share'), barCategoryGap: '18%', cursor: 'pointer', itemStyle: { color: palette.brand, borderRadius: [4, 4, 0, 0] }, data: months.map((each, i) => ({ value: each.items > 0 ? each.deals / each.items : 0, i })) }],
  }), [months, format, t])
  return (
    <Chart
      label={t('months')} option={option} height={230}
      onPick={(_, data) => {
        const month = months[(data as { i: number }).i]
        if (month && month.customers > 0) void navigate(openLink(month.open, page.asOf))
      }}
      table={{
        rows: months, rowKey: (each) => each.month,
        columns: [
          { key: 'month', title: t('month'), render: (each) => format.month(each.month) },
          { key: 'items', title: t('items'), end: true, render: (each) => <span className="num">{format.number(each.items)}</span> },
          { key: 'share', title: t('share'), end: true, render: (each) => <span className="num">{format.percent(each.items > 0 ? each.deals / each.items : 0, 1)}</span> },
          { key: 'customers', title: t('buyers'), end: true, render: (each) => <Figure value={each.customers} open={each.customers > 0 ? each.open : null} asOf={page.asOf} label={format.month(each.month)} /> },
        ],
      }}
    />
  )
}
