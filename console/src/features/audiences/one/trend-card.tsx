import dayjs from 'dayjs'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useFormat } from '@/lib/format'
import { customersLink } from '@/lib/routes'
import { AsOfPicker } from '@/ui/as-of'
import { Card } from '@/ui/card'
import { Chart } from '@/ui/chart/chart'
import type { Palette } from '@/ui/chart/palette'
import { Figure } from '@/ui/figure'
import { Load, Skeleton } from '@/ui/load'
import { useTrend } from '../api'
import type { Json } from '../language/types'
import { conditionLink } from '../links'
import type { TrendDay } from '../types'
import type { AudienceState, ChangeState } from './audience-page'

const BACK = 60

interface Props {
  id: string
  state: AudienceState
  change: ChangeState
}

export function TrendCard({ id, state, change }: Props) {
  const { t } = useTranslation('audiences')
  const to = state.to || dayjs().format('YYYY-MM-DD')
  const from = state.from || dayjs(to).subtract(BACK, 'day').format('YYYY-MM-DD')
  const trend = useTrend(id, from, to)
  return (
    <Card
      title={t('trend.title')} hint={t('trend.hint')}
      extra={<><AsOfPicker value={from} onChange={(day) => change({ from: day })} label={t('trend.from')} /><span aria-hidden="true">→</span><AsOfPicker value={to} onChange={(day) => change({ to: day })} label={t('trend.to')} /></>}
    >
      <Load query={trend} skeleton={<Skeleton height={260} />}>{(days) => (days.length === 0 ? <p className="muted">{t('trend.none')}</p> : <Trend id={id} days={days} />)}</Load>
    </Card>
  )
}

/** Who came or went on one day. */
const ofDay = (id: string, kind: string, day: string): Json => ({
  type: 'facts', facts: { kinds: [kind], where: [{ property: { type: 'attribute', name: 'audience' }, test: { type: 'equals', value: id } }] },
  window: { type: 'dates', from: day, to: day }, test: { type: 'compares', comparison: 'at-least', number: 1 },
})

/** The members as that day ended. */
const sizeLink = (id: string, day: string) => {
  const next = dayjs(day).add(1, 'day')
  return customersLink({ in: `audience:${id}`, asOf: next.isAfter(dayjs()) ? undefined : next.format('YYYY-MM-DD') })
}

function Trend({ id, days }: { id: string; days: TrendDay[] }) {
  const { t } = useTranslation('audiences')
  const format = useFormat()
  const navigate = useNavigate()
  const option = useCallback((palette: Palette) => ({
    grid: { left: 4, right: 4, top: 12, bottom: 4, containLabel: true },
    tooltip: {
      trigger: 'axis', confine: true, backgroundColor: palette.surface, borderColor: palette.line, textStyle: { color: palette.ink },
      formatter: (points: { dataIndex: number }[]) => {
        const day = days[points[0]?.dataIndex ?? 0]
        return day ? `${format.date(day.day)}<br/>${t('members')} <b>${format.number(day.size)}</b><br/>${t('entered')} <b>+${format.number(day.entered)}</b><br/>${t('left')} <b>−${format.number(day.left)}</b>` : ''
      },
    },
    xAxis: { type: 'category', data: days.map((day) => format.date(day.day)), axisTick: { show: false }, axisLine: { lineStyle: { color: palette.line } }, axisLabel: { color: palette.muted, hideOverlap: true } },
    yAxis: [
      { type: 'value', scale: true, axisLabel: { color: palette.muted, formatter: (value: number) => format.compact(value) }, splitLine: { lineStyle: { color: palette.line } } },
      { type: 'value', show: false },
    ],
    series: [
      { type: 'bar', yAxisIndex: 1, stack: 'moves', barMaxWidth: 12, cursor: 'pointer', itemStyle: { color: palette.brand, opacity: 0.45 }, data: days.map((day) => ({ value: day.entered, open: conditionLink(ofDay(id, 'audience.entered', day.day)) })) },
      { type: 'bar', yAxisIndex: 1, stack: 'moves', barMaxWidth: 12, cursor: 'pointer', itemStyle: { color: palette.bad, opacity: 0.5 }, data: days.map((day) => ({ value: -day.left, open: conditionLink(ofDay(id, 'audience.left', day.day)) })) },
      { type: 'line', symbol: 'circle', showSymbol: days.length < 40, symbolSize: 5, itemStyle: { color: palette.accent }, lineStyle: { width: 2 }, data: days.map((day) => ({ value: day.size, open: sizeLink(id, day.day) })) },
    ],
  }), [days, format, t, id])
  return (
    <Chart
      label={t('trend.title')} option={option} height={260}
      extra={<span className="legend"><i className="line-key" aria-hidden="true" />{t('members')}<i className="bar-key" aria-hidden="true" />{t('entered')}<i className="bar-key bad-key" aria-hidden="true" />{t('left')}</span>}
      onPick={(_, data) => {
        const target = (data as { open?: string | null } | null)?.open
        if (target) void navigate(target)
      }}
      table={{
        rows: [...days].reverse(), rowKey: (day) => day.day,
        columns: [
          { key: 'day', title: t('trend.day'), render: (day) => format.date(day.day) },
          { key: 'size', title: t('members'), end: true, render: (day) => <Figure value={day.size} open={sizeLink(id, day.day)} label={format.date(day.day)} /> },
          { key: 'entered', title: t('entered'), end: true, render: (day) => <Figure value={day.entered} open={day.entered > 0 ? conditionLink(ofDay(id, 'audience.entered', day.day)) : null} label={t('entered')} /> },
          { key: 'left', title: t('left'), end: true, render: (day) => <Figure value={day.left} open={day.left > 0 ? conditionLink(ofDay(id, 'audience.left', day.day)) : null} label={t('left')} /> },
        ],
      }}
    />
  )
}
