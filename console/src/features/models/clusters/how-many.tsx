import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { Chart } from '@/ui/chart/chart'
import type { Palette } from '@/ui/chart/palette'
import type { ClusterReport } from './api'

/** For each number of clusters: how far apart they are, and whether they come again. */
export function HowMany({ choice }: { choice: ClusterReport['choice'] }) {
  const { t } = useTranslation('clusters')
  const format = useFormat()
  const option = useCallback((palette: Palette) => {
    const line = (name: string, color: string, data: number[], type = 'solid') => ({ name, type: 'line', symbolSize: 7, lineStyle: { color, width: 2, type }, itemStyle: { color }, data })
    return {
      grid: { left: 4, right: 12, top: 14, bottom: 4, containLabel: true },
      tooltip: { trigger: 'axis', backgroundColor: palette.surface, borderColor: palette.line, textStyle: { color: palette.ink }, valueFormatter: (value: number) => format.number(value, 2) },
      xAxis: { type: 'category', data: choice.rows.map((row) => String(row.k)), axisTick: { show: false }, axisLine: { lineStyle: { color: palette.line } }, axisLabel: { color: palette.muted } },
      yAxis: { type: 'value', min: 0, max: 1, axisLabel: { color: palette.muted }, splitLine: { lineStyle: { color: palette.line } } },
      series: [
        line(t('silhouette'), palette.brand, choice.rows.map((row) => row.silhouette)),
        line(t('weakest'), palette.accent, choice.rows.map((row) => row.weakest)),
        line(t('agreement'), palette.muted, choice.rows.map((row) => row.agreement), 'dashed'),
      ],
    }
  }, [choice, format, t])
  return (
    <div className="stack tight">
      <p className="small">{t(`because.${choice.why}`, { k: choice.k, from: format.number(choice.stableFrom, 1) })}</p>
      <Chart
        label={t('howMany')} option={option} height={252}
        extra={<span className="legend"><i className="bar-key" aria-hidden="true" />{t('silhouette')}<i className="line-key" aria-hidden="true" />{t('weakest')}</span>}
        table={{
          rows: choice.rows, rowKey: (row) => String(row.k),
          columns: [
            { key: 'k', title: t('count'), render: (row) => <span className={row.k === choice.k ? 'strong' : ''}>{row.k}{row.k === choice.k ? ` · ${t('chosen')}` : ''}</span> },
            { key: 'silhouette', title: t('silhouette'), end: true, render: (row) => <span className="num">{format.number(row.silhouette, 3)}</span> },
            { key: 'weakest', title: t('weakest'), end: true, render: (row) => <span className="num">{format.number(row.weakest, 2)}</span> },
            { key: 'agreement', title: t('agreement'), end: true, render: (row) => <span className="num">{format.number(row.agreement, 2)}</span> },
            { key: 'smallest', title: t('smallest'), end: true, render: (row) => <span className="num">{format.number(row.smallest)}</span> },
          ],
        }}
      />
    </div>
  )
}
