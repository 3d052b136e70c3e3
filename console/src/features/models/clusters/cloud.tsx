import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useFormat } from '@/lib/format'
import { useLabel } from '@/lib/i18n'
import { openLink } from '@/lib/routes'
import { Chart } from '@/ui/chart/chart'
import { escapeHtml } from '@/ui/chart/escape'
import type { Palette } from '@/ui/chart/palette'
import { Figure } from '@/ui/figure'
import type { ClusterPage, ClusterReport } from './api'
import { useClusterName } from './use-name'

const SYMBOLS = ['circle', 'diamond', 'triangle', 'rect', 'pin']

/** A draw of the customers on the plane in which they differ most; a point opens its cluster. */
export function Cloud({ page, report }: { page: ClusterPage; report: ClusterReport }) {
  const { t } = useTranslation('clusters')
  const format = useFormat()
  const label = useLabel()
  const name = useClusterName()
  const navigate = useNavigate()
  const option = useCallback((palette: Palette) => {
    const colours = [palette.brand, palette.accent, palette.stages[1]!, palette.bad, palette.muted]
    const axis = { type: 'value', axisLabel: { show: false }, axisTick: { show: false }, axisLine: { lineStyle: { color: palette.line } }, splitLine: { lineStyle: { color: palette.line } } }
    return {
      grid: { left: 8, right: 8, top: 10, bottom: 8 },
      tooltip: { trigger: 'item', backgroundColor: palette.surface, borderColor: palette.line, textStyle: { color: palette.ink }, formatter: (at: { seriesName: string }) => escapeHtml(at.seriesName) },
      xAxis: axis, yAxis: axis,
      series: report.clusters.map((cluster, i) => ({
        name: name(cluster.cluster), type: 'scatter', symbol: SYMBOLS[i % SYMBOLS.length], symbolSize: 7, cursor: 'pointer',
        itemStyle: { color: colours[i % colours.length], opacity: 0.6 },
        data: report.picture.points.filter((point) => point.cluster === cluster.cluster).map((point) => ({ value: [point.x, point.y], cluster: cluster.cluster })),
      })),
    }
  }, [report, name])
  return (
    <Chart
      label={t('cloud')} option={option} height={280}
      onPick={(_, data) => {
        const group = page.groups.find((each) => each.cluster === (data as { cluster: string }).cluster)
        if (group) void navigate(openLink(group.open, page.asOf))
      }}
      table={{
        rows: page.groups, rowKey: (group) => group.cluster,
        columns: [
          { key: 'name', title: t('cluster'), render: (group) => <span>{name(group.cluster)} <span className="muted small">{label(report.clusters.find((each) => each.cluster === group.cluster)?.words, '')}</span></span> },
          { key: 'customers', title: t('customers'), end: true, render: (group) => <Figure value={group.customers} open={group.open} asOf={page.asOf} label={name(group.cluster)} /> },
          { key: 'share', title: t('share'), end: true, render: (group) => <span className="num">{format.percent(group.customers / page.customers, 1)}</span> },
        ],
      }}
    />
  )
}
