import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useFormat } from '@/lib/format'
import { openLink } from '@/lib/routes'
import { Chart } from '@/ui/chart/chart'
import { escapeHtml } from '@/ui/chart/escape'
import type { Palette } from '@/ui/chart/palette'
import { Figure } from '@/ui/figure'
import type { Bin } from './types'

interface Props {
  bins: Bin[]
  asOf: string
  label: string
  /** Money in minor units; shares without it. */
  currency?: string
}

/** How many customers have how much; each bar opens its customers. */
export function Spread({ bins, asOf, label, currency }: Props) {
  const { t } = useTranslation('models')
  const format = useFormat()
  const navigate = useNavigate()
  const total = bins.reduce((sum, bin) => sum + bin.customers, 0) || 1
  const one = useCallback((value: number) => (currency ? format.moneyShort({ amount: value, currency }) : format.percent(value)), [currency, format])
  const range = useCallback((bin: Bin) => (bin.below === null ? t('from', { from: one(bin.from) }) : `${one(bin.from)} – ${one(bin.below)}`), [one, t])
  const option = useCallback((palette: Palette) => ({
    grid: { left: 4, right: 8, top: 18, bottom: 4, containLabel: true },
    tooltip: {
      trigger: 'axis', backgroundColor: palette.surface, borderColor: palette.line, textStyle: { color: palette.ink },
      formatter: (points: { dataIndex: number }[]) => {
        const bin = bins[points[0]?.dataIndex ?? 0]
        return bin ? `${escapeHtml(range(bin))}<br/><b>${format.number(bin.customers)}</b> (${format.percent(bin.customers / total, 1)})` : ''
      },
    },
    xAxis: { type: 'category', data: bins.map((bin) => one(bin.from)), axisTick: { show: false }, axisLine: { lineStyle: { color: palette.line } }, axisLabel: { color: palette.muted, hideOverlap: true } },
    yAxis: { type: 'value', axisLabel: { color: palette.muted, formatter: (value: number) => format.compact(value) }, splitLine: { lineStyle: { color: palette.line } } },
    series: [{ type: 'bar', barCategoryGap: '12%', itemStyle: { color: palette.brand, borderRadius: [4, 4, 0, 0] }, data: bins.map((bin, i) => ({ value: bin.customers, i })), cursor: 'pointer' }],
  }), [bins, format, one, range, total])
  return (
    <Chart
      label={label} option={option} height={264}
      onPick={(_, data) => {
        const bin = bins[(data as { i: number }).i]
        if (bin) void navigate(openLink(bin.open, asOf))
      }}
      table={{
        rows: bins, rowKey: (bin) => String(bin.from),
        columns: [
          { key: 'range', title: t('range'), render: range },
          { key: 'customers', title: t('customers'), end: true, render: (bin) => <Figure value={bin.customers} open={bin.open} asOf={asOf} label={range(bin)} /> },
          { key: 'share', title: t('share'), end: true, render: (bin) => <span className="num">{format.percent(bin.customers / total, 1)}</span> },
        ],
      }}
    />
  )
}
