import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useFormat } from '@/lib/format'
import { openLink } from '@/lib/routes'
import { Chart } from '@/ui/chart/chart'
import type { Palette } from '@/ui/chart/palette'
import type { Growth } from './api'
import { band, frame } from './shapes'

/** All customers over time, what the curve foretells, and where it ends. */
export function TotalCurve({ growth }: { growth: Growth }) {
  const { t } = useTranslation('growth')
  const format = useFormat()
  const navigate = useNavigate()
  const option = useCallback((palette: Palette) => {
    const done = growth.periods.slice(0, growth.complete)
    const ahead = growth.outlook?.ahead ?? []
    const before = done.map(() => null)
    const last = done.at(-1)?.total ?? null
    const joined = (values: number[]) => [...before.slice(0, -1), last, ...values]
    const { ceiling, told } = growth.outlook ?? { ceiling: null, told: false }
    return {
      ...frame(palette, format, [...done.map((one) => format.date(one.from)), ...ahead.map((one) => format.date(one.from))]),
      series: [
        { name: t('total'), type: 'line', symbol: 'none', lineStyle: { color: palette.brand, width: 2.5 }, itemStyle: { color: palette.brand }, data: done.map((one, i) => ({ value: one.total, i })) },
        ...band(palette, t('interval'), joined(ahead.map((one) => one.totalLow)), joined(ahead.map((one) => one.totalHigh))),
        { name: t('foretold'), type: 'line', symbol: 'none', lineStyle: { color: palette.accent, width: 2, type: 'dashed' }, itemStyle: { color: palette.accent }, data: joined(ahead.map((one) => one.total)) },
        ...(ceiling && told ? [{ name: t('ceiling'), type: 'line', symbol: 'none', lineStyle: { color: palette.muted, width: 1.5, type: 'dotted' }, itemStyle: { color: palette.muted }, data: [...done, ...ahead].map(() => Math.round(ceiling)) }] : []),
      ],
    }
  }, [growth, format, t])
  return (
    <Chart
      label={t('total')} option={option} height={276}
      extra={<span className="legend"><i className="bar-key" aria-hidden="true" />{t('happened')}<i className="line-key" aria-hidden="true" />{t('foretold')}</span>}
      onPick={(_, data) => {
        const period = growth.periods[(data as { i?: number } | undefined)?.i ?? -1]
        if (period) void navigate(openLink(period.open, growth.asOf))
      }}
      table={{
        rows: growth.outlook?.ahead ?? [], rowKey: (one) => one.from,
        columns: [
          { key: 'from', title: t('period'), render: (one) => format.date(one.from) },
          { key: 'expected', title: t('expectedNew'), end: true, render: (one) => <span className="num">{t('range', { value: format.number(one.expected), low: format.number(one.low), high: format.number(one.high) })}</span> },
          { key: 'total', title: t('total'), end: true, render: (one) => <span className="num">{t('range', { value: format.number(one.total), low: format.number(one.totalLow), high: format.number(one.totalHigh) })}</span> },
        ],
      }}
    />
  )
}
