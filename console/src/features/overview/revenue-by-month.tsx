import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { decimals, useFormat } from '@/lib/format'
import { query } from '@/lib/http'
import { ROUTES } from '@/lib/routes'
import { useSession } from '@/lib/session'
import { Chart } from '@/ui/chart/chart'
import type { Palette } from '@/ui/chart/palette'
import { Figure } from '@/ui/figure'
import { Money } from '@/ui/money'
import { amountOf, type Month, type Overview } from './api'

const MONTHS = 13

/** The purchases of one month, from its first day to its last, as the chart counts them. */
export function ordersOfMonth(month: string, asOf: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const last = new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
  return `${ROUTES.orders}${query({ from: `${last.slice(0, 7)}-01`, to: last, anonymous: false, status: 'sold', asOf })}`
}

export function RevenueByMonth({ overview }: { overview: Overview }) {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const navigate = useNavigate()
  const { workspace } = useSession()
  const currency = overview.currency ?? workspace.currency
  const months = overview.revenueByMonth.slice(-MONTHS)
  const unit = 10 ** decimals(currency)
  const option = useCallback((palette: Palette) => ({
    grid: { left: 4, right: 4, top: 18, bottom: 4, containLabel: true },
    tooltip: {
      trigger: 'axis', backgroundColor: palette.surface, borderColor: palette.line, textStyle: { color: palette.ink },
      formatter: (points: { dataIndex: number }[]) => {
        const month = months[points[0]?.dataIndex ?? 0]
        if (!month) return ''
        const line = (name: string, value: string) => `${name} <b>${value}</b>`
        return [format.month(month.month), line(t('revenue.name'), format.money({ amount: amountOf(month.revenue), currency })), line(t('revenue.orders'), format.number(month.orders))].join('<br/>')
      },
    },
    xAxis: { type: 'category', data: months.map((month) => format.month(month.month)), axisTick: { show: false }, axisLine: { lineStyle: { color: palette.line } }, axisLabel: { color: palette.muted } },
    yAxis: [
      { type: 'value', axisLabel: { color: palette.muted, formatter: (value: number) => format.compact(value) }, splitLine: { lineStyle: { color: palette.line } } },
      { type: 'value', show: false },
    ],
    series: [
      { name: t('revenue.name'), type: 'bar', barMaxWidth: 34, itemStyle: { color: palette.brand, borderRadius: [4, 4, 0, 0] }, data: months.map((month) => amountOf(month.revenue) / unit), cursor: 'pointer' },
      { name: t('revenue.orders'), type: 'line', yAxisIndex: 1, symbol: 'circle', symbolSize: 6, itemStyle: { color: palette.accent }, lineStyle: { width: 2, type: 'dashed' }, data: months.map((month) => month.orders) },
    ],
  }), [months, currency, unit, format, t])
  const cash = (value: Month['revenue']) => <Money of={{ amount: amountOf(value), currency }} />
  return (
    <Chart
      label={t('revenue.title')} option={option} height={262}
      onPick={(name) => {
        const month = months.find((each) => format.month(each.month) === name)
        if (month) void navigate(ordersOfMonth(month.month, overview.asOf))
      }}
      extra={<span className="legend"><i className="bar-key" aria-hidden="true" />{t('revenue.name')}<i className="line-key" aria-hidden="true" />{t('revenue.orders')}</span>}
      table={{
        rows: months, rowKey: (month) => month.month,
        columns: [
          { key: 'month', title: t('revenue.month'), render: (month) => format.month(month.month) },
          { key: 'revenue', title: t('revenue.name'), end: true, render: (month) => cash(month.revenue) },
          { key: 'orders', title: t('revenue.orders'), end: true, render: (month) => <Figure value={month.orders} open={ordersOfMonth(month.month, overview.asOf)} label={format.month(month.month)} /> },
          { key: 'refunds', title: t('revenue.refunds'), end: true, render: (month) => cash(month.refunds) },
        ],
      }}
    />
  )
}
