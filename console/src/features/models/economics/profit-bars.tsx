import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useFormat } from '@/lib/format'
import { openLink } from '@/lib/routes'
import { Chart } from '@/ui/chart/chart'
import { usePalette, type Palette } from '@/ui/chart/palette'
import { Figure } from '@/ui/figure'
import type { Economics, Period } from './types'

const PARTS = ['acquisition', 'base', 'frequency', 'order-value', 'cost-saving', 'referral', 'price-premium']

const colour = (palette: Palette, part: string) =>
  ({ acquisition: palette.bad, base: palette.brand, frequency: palette.stages[1], 'order-value': palette.stages[0], 'cost-saving': palette.stages[4], referral: palette.accent, 'price-premium': palette.stages[3] })[part] ?? palette.muted

const amount = (period: Period, part: string) => period.parts.find((one) => one.part === part)?.amount

/** What one customer brings in each year of tenure, taken apart; a bar opens who bought in it. */
export function ProfitBars({ page, currency }: { page: Economics; currency: string }) {
  const { t } = useTranslation('economics')
  const format = useFormat()
  const navigate = useNavigate()
  const palette = usePalette()
  const name = useCallback((period: number) => (period === 0 ? t('won') : t(`tenure.${page.every}`, { n: period })), [t, page.every])
  const parts = PARTS.filter((part) => page.periods.some((period) => amount(period, part) !== undefined))
  const total = page.rates.marginFrom === 'revenue' ? t('revenue.total') : t('profit.total')
  const money = (value: number) => format.money({ amount: value, currency })
  const option = useCallback((colours: Palette) => {
    const shown = PARTS.filter((part) => page.periods.some((period) => amount(period, part) !== undefined))
    return {
      grid: { left: 4, right: 12, top: 14, bottom: 4, containLabel: true },
      tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, backgroundColor: colours.surface, borderColor: colours.line, textStyle: { color: colours.ink }, valueFormatter: (value: number | undefined) => (value === undefined ? '–' : format.money({ amount: value, currency })) },
      xAxis: { type: 'category', data: page.periods.map((period) => name(period.period)), axisTick: { show: false }, axisLine: { onZero: true, lineStyle: { color: colours.line } }, axisLabel: { color: colours.muted, hideOverlap: true } },
      yAxis: { type: 'value', axisLabel: { color: colours.muted, formatter: (value: number) => format.moneyShort({ amount: value, currency }) }, splitLine: { lineStyle: { color: colours.line } } },
      series: [
        ...shown.map((part) => ({ name: t(`part.${part}`), type: 'bar', stack: 'parts', barMaxWidth: 56, cursor: 'pointer', itemStyle: { color: colour(colours, part) }, data: page.periods.map((period, i) => ({ value: amount(period, part), i })) })),
        { name: total, type: 'line', symbol: 'circle', symbolSize: 7, lineStyle: { color: colours.ink, width: 1.5 }, itemStyle: { color: colours.ink }, data: page.periods.map((period, i) => ({ value: period.profit, i })) },
      ],
    }
  }, [page, currency, format, t, name, total])
  return (
    <Chart
      label={t('profit.label')} option={option} height={300}
      extra={<span className="legend parts">{parts.map((part) => <span key={part}><i aria-hidden="true" style={{ background: colour(palette, part) }} />{t(`part.${part}`)}</span>)}<span><i aria-hidden="true" className="dot" />{total}</span></span>}
      onPick={(_, data) => {
        const period = page.periods[(data as { i?: number } | undefined)?.i ?? -1]
        if (period) void navigate(openLink(period.open, page.asOf))
      }}
      table={{
        rows: page.periods, rowKey: (period) => String(period.period),
        columns: [
          { key: 'period', title: t('period'), render: (period) => name(period.period) },
          { key: 'customers', title: t('bought'), end: true, render: (period) => <Figure value={period.customers} open={period.open} asOf={page.asOf} label={`${name(period.period)}, ${t('bought')}`} /> },
          { key: 'reached', title: t('reached'), end: true, render: (period) => <Figure value={period.reached} open={period.openReached} asOf={page.asOf} label={`${name(period.period)}, ${t('reached')}`} /> },
          { key: 'orders', title: t('orders'), end: true, render: (period) => <span className="num">{period.period === 0 ? '–' : format.number(period.orders, 2)}</span> },
          { key: 'index', title: t('priceIndex'), end: true, render: (period) => <span className="num">{period.priceIndex === null ? '–' : format.number(period.priceIndex * 100, 1)}</span> },
          ...parts.map((part) => ({ key: part, title: t(`part.${part}`), end: true, render: (period: Period) => <span className="num">{amount(period, part) === undefined ? '–' : money(amount(period, part) ?? 0)}</span> })),
          { key: 'profit', title: total, end: true, render: (period) => <b className="num">{money(period.profit)}</b> },
        ],
      }}
    />
  )
}
