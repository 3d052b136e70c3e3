import { Button, Segmented } from 'antd'
import dayjs from 'dayjs'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useFormat } from '@/lib/format'
import { hasEnded, useJob } from '@/lib/jobs'
import { useCan } from '@/lib/session'
import { Card } from '@/ui/card'
import { Chart } from '@/ui/chart/chart'
import type { Palette } from '@/ui/chart/palette'
import { Figure } from '@/ui/figure'
import { JobProgress } from '@/ui/job-progress'
import { Load, Skeleton } from '@/ui/load'
import { ProblemAlert } from '@/ui/problem-alert'
import { When } from '@/ui/when'
import { useBacktests, useBeginBacktest } from '../api'
import { conditionLink } from '../links'
import type { AudienceDetail, Backtest } from '../types'

/** Two years: every seventh day, or each day. */
const DAYS = 728
const POINTS = { weekly: 105, daily: 729 }
type Grain = keyof typeof POINTS

/** How large the audience would have been on past days, by its condition; kept with the version that was asked. */
export function BacktestCard({ audience }: { audience: AudienceDetail }) {
  const { t } = useTranslation('audiences')
  const may = useCan('AUDIENCES_WRITE')
  const [grain, setGrain] = useState<Grain>('weekly')
  const backtests = useBacktests(audience.id)
  const begin = useBeginBacktest(audience.id)
  const to = dayjs().format('YYYY-MM-DD')
  const start = () => begin.mutate({ from: dayjs(to).subtract(DAYS, 'day').format('YYYY-MM-DD'), to, points: POINTS[grain] })
  return (
    <Card
      title={t('backtest.title')} hint={t('backtest.hint')}
      extra={may && (
        <>
          <Segmented size="small" aria-label={t('backtest.grain')} value={grain} onChange={setGrain} options={(['weekly', 'daily'] as const).map((value) => ({ value, label: t(`backtest.${value}`) }))} />
          <Button size="small" loading={begin.isPending} onClick={start}>{t('backtest.begin')}</Button>
        </>
      )}
    >
      {begin.isError && <ProblemAlert error={begin.error} />}
      <Load query={backtests} skeleton={<Skeleton height={220} />}>
        {(all) => <Latest audience={audience} all={all} />}
      </Load>
    </Card>
  )
}

function Latest({ audience, all }: { audience: AudienceDetail; all: Backtest[] }) {
  const { t } = useTranslation('audiences')
  const format = useFormat()
  const running = all.find((one) => one.curve === null)
  const done = all.find((one) => one.curve !== null)
  return (
    <div className="stack tight">
      {running && (!done || running.at > done.at) && <Running backtest={running} audience={audience.id} />}
      {done?.curve && (
        <>
          <p className="muted small">{t('backtest.of', { version: done.version, by: done.by })} <When at={done.at} as="relative" />{done.millis !== null && <span className="num"> · {t('backtest.millis', { millis: format.number(done.millis) })}</span>}{done.version !== audience.version && <b> · {t('backtest.older')}</b>}</p>
          <Curve audience={audience} condition={done.condition} points={done.curve} />
        </>
      )}
      {!running && !done && <p className="muted">{t('backtest.none')}</p>}
    </div>
  )
}

function Running({ backtest, audience }: { backtest: Backtest; audience: string }) {
  const backtests = useBacktests(audience)
  const job = useJob(backtest.job, () => void backtests.refetch())
  return job.data && (!hasEnded(job.data.state) || job.data.state === 'failed') ? <JobProgress job={job.data} compact /> : null
}

type Points = { asOf: string; size: number }[]

/* By the condition and not by the audience: of the audience, the list shows who was in it then by what it asked for then. */
function Curve({ audience, condition, points }: { audience: AudienceDetail; condition: AudienceDetail['condition']; points: Points }) {
  const { t } = useTranslation('audiences')
  const format = useFormat()
  const navigate = useNavigate()
  const versions = audience.versions
  const option = useCallback((palette: Palette) => {
    const first = points[0]?.asOf ?? ''
    const last = new Date(points.at(-1)?.asOf ?? first).getTime()
    const marks = (versions ?? []).filter(({ at }) => new Date(at) >= new Date(first)).map(({ version, at }) => ({ xAxis: Math.min(new Date(at).getTime(), last), label: { formatter: t('backtest.version', { version }), color: palette.muted } }))
    return {
      grid: { left: 4, right: 14, top: 22, bottom: 4, containLabel: true },
      tooltip: {
        trigger: 'axis', confine: true, backgroundColor: palette.surface, borderColor: palette.line, textStyle: { color: palette.ink },
        formatter: (shown: { dataIndex: number }[]) => {
          const point = points[shown[0]?.dataIndex ?? 0]
          return point ? `${format.date(point.asOf)}<br/><b>${format.number(point.size)}</b>` : ''
        },
      },
      xAxis: { type: 'time', splitNumber: 4, axisTick: { show: false }, axisLine: { lineStyle: { color: palette.line } }, axisLabel: { color: palette.muted, fontSize: 11, hideOverlap: true, formatter: (at: number) => format.date(new Date(at).toISOString()) } },
      yAxis: { type: 'value', axisLabel: { color: palette.muted, formatter: (value: number) => format.compact(value) }, splitLine: { lineStyle: { color: palette.line } } },
      series: [{
        type: 'line', symbol: 'circle', symbolSize: points.length > 200 ? 3 : 5, cursor: 'pointer', itemStyle: { color: palette.brand }, areaStyle: { opacity: 0.08 },
        data: points.map((point) => ({ value: [new Date(point.asOf).getTime(), point.size], open: conditionLink(condition, point.asOf) })),
        markLine: { silent: true, symbol: 'none', lineStyle: { color: palette.muted, type: 'dashed' }, data: marks },
      }],
    }
  }, [points, format, condition, versions, t])
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
