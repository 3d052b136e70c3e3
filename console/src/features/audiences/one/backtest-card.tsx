import { Button } from 'antd'
import dayjs from 'dayjs'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useFormat } from '@/lib/format'
import { Card } from '@/ui/card'
import { Chart } from '@/ui/chart/chart'
import type { Palette } from '@/ui/chart/palette'
import { Figure } from '@/ui/figure'
import { Load, Skeleton } from '@/ui/load'
import { useBacktest } from '../api'
import { conditionLink } from '../links'
import type { AudienceDetail } from '../types'

const YEARS = 2
const POINTS = 25

interface Props {
  audience: AudienceDetail
  on: boolean
  onBegin: () => void
}

/** How large the audience would have been on past days, by the condition of today. */
export function BacktestCard({ audience: { id, condition }, on, onBegin }: Props) {
  const { t } = useTranslation('audiences')
  const to = dayjs().format('YYYY-MM-DD')
  const from = dayjs(to).subtract(YEARS, 'year').format('YYYY-MM-DD')
  const backtest = useBacktest(id, from, to, POINTS, on)
  return (
    <Card title={t('backtest.title')} hint={t('backtest.hint')}>
      {on ? <Load query={backtest} skeleton={<Skeleton height={220} />}>{(points) => <Curve condition={condition} points={points} />}</Load> : <Button onClick={onBegin}>{t('backtest.begin')}</Button>}
    </Card>
  )
}

type Points = { asOf: string; size: number }[]

/* By the condition and not by the audience: of the audience, the list shows who was in it then by what it asked for then. */
function Curve({ condition, points }: { condition: AudienceDetail['condition']; points: Points }) {
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
    series: [{ type: 'line', symbol: 'circle', symbolSize: 6, cursor: 'pointer', itemStyle: { color: palette.brand }, areaStyle: { opacity: 0.08 }, data: points.map((point) => ({ value: point.size, open: conditionLink(condition, point.asOf) })) }],
  }), [points, format, condition])
  return (
    <Chart
      label={t('backtest.title')} option={option} height={220}
      onPick={(_, data) => {
        const target = (data as { open?: string | null } | null)?.open
        if (target) void navigate(target)
      }}
      table={{
        rows: [...points].reverse(), rowKey: (point) => point.asOf,
        columns: [
          { key: 'asOf', title: t('trend.day'), render: (point) => format.date(point.asOf) },
          { key: 'size', title: t('members'), end: true, render: (point) => <Figure value={point.size} open={conditionLink(condition, point.asOf)} label={format.date(point.asOf)} /> },
        ],
      }}
    />
  )
}
