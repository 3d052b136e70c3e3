import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useFormat } from '@/lib/format'
import { openLink } from '@/lib/routes'
import { Chart } from '@/ui/chart/chart'
import type { Palette } from '@/ui/chart/palette'
import { Figure } from '@/ui/figure'
import type { Growth } from './api'
import { band, frame } from './shapes'

/** New customers of each period against the form that fits best; a bar opens its customers. */
export function NewPerPeriod({ growth }: { growth: Growth }) {
  const { t } = useTranslation('growth')
  const format = useFormat()
  const navigate = useNavigate()
  const option = useCallback((palette: Palette) => {
    const done = growth.periods.slice(0, growth.complete)
    const ahead = growth.outlook?.ahead ?? []
    const before = done.map(() => null)
    return {
      ...frame(palette, format, [...done.map((one) => format.date(one.from)), ...ahead.map((one) => format.date(one.from))]),
      series: [
        { name: t('new'), type: 'bar', barCategoryGap: '14%', cursor: 'pointer', itemStyle: { color: palette.brand, opacity: 0.75 }, data: done.map((one, i) => ({ value: one.customers, i })) },
        ...band(palette, t('interval'), [...before, ...ahead.map((one) => one.low)], [...before, ...ahead.map((one) => one.high)]),
        { name: t('fitted'), type: 'line', symbol: 'none', lineStyle: { color: palette.accent, width: 2 }, itemStyle: { color: palette.accent }, data: [...done.map((one) => one.fitted), ...ahead.map((one) => one.expected)] },
      ],
    }
  }, [growth, format, t])
  return (
    <Chart
      label={t('new')} option={option} height={276}
      extra={<span className="legend"><i className="bar-key" aria-hidden="true" />{t('happened')}<i className="line-key" aria-hidden="true" />{t('fitted')}</span>}
      onPick={(_, data) => {
        const period = growth.periods[(data as { i?: number } | undefined)?.i ?? -1]
        if (period) void navigate(openLink(period.open, growth.asOf))
      }}
      table={{
        rows: [...growth.periods].reverse(), rowKey: (one) => one.from,
        columns: [
          { key: 'from', title: t('period'), render: (one) => `${format.date(one.from)} – ${format.date(one.to)}` },
          { key: 'new', title: t('new'), end: true, render: (one) => <Figure value={one.customers} open={one.open} asOf={growth.asOf} label={`${t('new')} ${format.date(one.from)}`} /> },
          { key: 'fitted', title: t('fitted'), end: true, render: (one) => <span className="num">{one.fitted === null ? '–' : format.number(one.fitted, 1)}</span> },
          { key: 'orders', title: t('orders'), end: true, render: (one) => <span className="num">{format.number(one.orders)}</span> },
          { key: 'total', title: t('total'), end: true, render: (one) => <span className="num">{format.number(one.total)}</span> },
        ],
      }}
    />
  )
}
