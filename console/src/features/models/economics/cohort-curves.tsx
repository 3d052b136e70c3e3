import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useFormat } from '@/lib/format'
import { openLink } from '@/lib/routes'
import { useSession } from '@/lib/session'
import { Chart } from '@/ui/chart/chart'
import type { Palette } from '@/ui/chart/palette'
import { Figure } from '@/ui/figure'
import { Money } from '@/ui/money'
import type { Ways } from './ways-api'

const MONTHS = [1, 3, 6, 12, 18, 24]

interface Row {
  key: string
  name: string
  customers: number
  open: string
  margin: number[]
}

/** What one acquired customer of each cohort has brought by each month since the first purchase. */
export function CohortCurves({ page }: { page: Ways }) {
  const { t } = useTranslation('ways')
  const format = useFormat()
  const navigate = useNavigate()
  const { workspace } = useSession()
  const currency = page.currency ?? workspace.currency
  const option = useCallback((palette: Palette) => ({
    grid: { left: 4, right: 12, top: 14, bottom: 4, containLabel: true },
    tooltip: {
      trigger: 'item', backgroundColor: palette.surface, borderColor: palette.line, textStyle: { color: palette.ink },
      formatter: ({ seriesName, dataIndex, value }: { seriesName: string; dataIndex: number; value: number }) => t('point', { cohort: seriesName, month: dataIndex + 1, money: format.money({ amount: value, currency }) }),
    },
    xAxis: { type: 'category', data: page.average.map((point) => point.month), axisTick: { show: false }, axisLine: { lineStyle: { color: palette.line } }, axisLabel: { color: palette.muted, hideOverlap: true } },
    yAxis: { type: 'value', axisLabel: { color: palette.muted, formatter: (value: number) => format.moneyShort({ amount: value, currency }) }, splitLine: { lineStyle: { color: palette.line } } },
    series: [
      ...page.cohorts.map((cohort) => ({ name: format.month(cohort.month.slice(0, 7)), type: 'line', cursor: 'pointer', symbol: 'circle', symbolSize: 5, showSymbol: cohort.margin.length === 1, triggerLineEvent: true, lineStyle: { color: palette.brand, width: 1.2, opacity: 0.4 }, itemStyle: { color: palette.brand, opacity: 0.5 }, data: cohort.margin.map((value) => ({ value, open: cohort.open })) })),
      { name: t('average'), type: 'line', symbol: 'circle', symbolSize: 6, lineStyle: { color: palette.accent, width: 3 }, itemStyle: { color: palette.accent }, data: page.average.map((point) => ({ value: point.margin, open: point.open })) },
    ],
  }), [page, currency, format, t])
  const name = (month: string) => format.month(month.slice(0, 7))
  const rows: Row[] = [
    ...[...page.cohorts].reverse().map((cohort) => ({ key: cohort.month, name: name(cohort.month), customers: cohort.customers, open: cohort.open, margin: cohort.margin })),
    { key: 'average', name: t('average'), customers: page.average[0]?.customers ?? 0, open: page.average[0]?.open ?? page.open, margin: page.average.map((point) => point.margin) },
  ]
  return (
    <>
      <Chart
        label={t('cohorts')} option={option} height={320}
        extra={<span className="legend parts"><span><i aria-hidden="true" className="cohort-key" />{t('cohort')}</span><span><i aria-hidden="true" className="average-key" />{t('average')}</span></span>}
        onPick={(_, data) => {
          const { open } = (data ?? {}) as { open?: string }
          if (open) void navigate(openLink(open, page.asOf))
        }}
        table={{
          rows, rowKey: (row) => row.key,
          columns: [
            { key: 'cohort', title: t('cohort'), render: (row) => row.name },
            { key: 'customers', title: t('customers'), end: true, render: (row) => <Figure value={row.customers} open={row.open} asOf={page.asOf} label={`${row.name}, ${t('customers')}`} /> },
            ...MONTHS.filter((month) => month <= page.average.length).map((month) => ({ key: String(month), title: t('after', { month }), end: true, render: (row: Row) => { const amount = row.margin[month - 1]; return amount === undefined ? <span className="muted">–</span> : <Money plain of={{ amount, currency }} /> } })),
          ],
        }}
      />
      <p className="hint muted">{page.rates.marginFrom === 'revenue' ? t('cohortRevenue') : t('cohortMargin')} {page.paidBack !== null && t('paidBack', { month: page.paidBack })}</p>
    </>
  )
}
