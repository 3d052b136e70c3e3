import { Button } from 'antd'
import dayjs from 'dayjs'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useFormat } from '@/lib/format'
import { customersLink } from '@/lib/routes'
import { Card } from '@/ui/card'
import { Chart } from '@/ui/chart/chart'
import type { Palette } from '@/ui/chart/palette'
import { Figure } from '@/ui/figure'
import { Load, Skeleton } from '@/ui/load'
import { useBacktest } from '../api'

const YEARS = 2
const POINTS = 25

interface Props {
  id: string
  on: boolean
  onBegin: () => void
}

/** How large the audience would have been on past days, by the condition of today. */
export function BacktestCard({ id, on, onBegin }: Props) {
  const { t } = useTranslation('audiences')
  const to = dayjs().format('YYYY-MM-DD')
  const from = dayjs(to).subtract(YEARS, 'year').format('YYYY-MM-DD')
  const backtest = useBacktest(id, from, to, POINTS, on)
  return (
    <Card title={t('backtest.title')} hint={t('backtest.hint')}>
      {on ? <Load query={backtest} skeleton={<Skeleton height={220} />}>{(points) => <Curve id={id} points={points} />}</Load> : <Button onClick={onBegin}>{t('backtest.begin')}</Button>}
    </Card>
  )
}

const memberLink = (id: string, asOf: string) => customersLink({ in: `audience:${id}`, asOf })

function Curve({ id, points }: { id: string; points: { asOf: string; size: number }[] }) {
  const { t } = useTranslation('audiences')
  const format = useFormat()
  const navigate = useNavigate()
  const option = useCallback((palette: Palette) => ({
    grid: { left: 4, right: 8, top: 12, bottom: 4, containLabel: true },
    tooltip: {
      trigger: 'axis', confine: true, backgroundColor: palette.surface, borderColor: palette.line, textStyle: { color: palette.ink },
      formatter: (marks: { dataIndex: number }[]) => {
        const point = points[marks[0]?.dataIndex ?? 0]
        return point ? `${format.date(point.asOf)}<br/><b>${format.number(point.size)}</b>` : ''
      },
    },
    xAxis: { type: 'category', data: points.map((point) => format.date(point.asOf)), axisTick: { show: false }, axisLine: { lineStyle: { color: palette.line } }, axisLabel: { color: palette.muted, hideOverlap: true } },
    yAxis: { type: 'value', axisLabel: { color: palette.muted, formatter: (value: number) => format.compact(value) }, splitLine: { lineStyle: { color: palette.line } } },
    series: [{ type: 'line', symbol: 'circle', symbolSize: 6, cursor: 'pointer', itemStyle: { color: palette.brand }, areaStyle: { opacity: 0.08 }, data: points.map((point) => ({ value: point.size, open: memberLink(id, point.asOf) })) }],
  }), [points, format, id])
  return (
    <Chart
      label={t('backtest.title')} option={option} height={220}
      onPick={(_, data) => {
        const target = (data as { open?: string } | null)?.open
        if (target) void navigate(target)
      }}
      table={{
        rows: [...points].reverse(), rowKey: (point) => point.asOf,
        columns: [
          { key: 'asOf', title: t('trend.day'), render: (point) => format.date(point.asOf) },
          { key: 'size', title: t('members'), end: true, render: (point) => <Figure value={point.size} open={memberLink(id, point.asOf)} label={format.date(point.asOf)} /> },
        ],
      }}
    />
  )
}
