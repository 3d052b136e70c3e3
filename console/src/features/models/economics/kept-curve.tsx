import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useFormat } from '@/lib/format'
import { openLink } from '@/lib/routes'
import { Chart } from '@/ui/chart/chart'
import type { Palette } from '@/ui/chart/palette'
import { Figure } from '@/ui/figure'
import type { Economics } from './types'

const HEIGHT = 300

/** Which share of those who bought in one year of tenure bought in the next; a point opens who stayed. */
export function KeptCurve({ page }: { page: Economics }) {
  const { t } = useTranslation('economics')
  const format = useFormat()
  const navigate = useNavigate()
  const name = useCallback((period: number) => t(`tenure.${page.every}`, { n: period }), [t, page.every])
  const option = useCallback((palette: Palette) => {
    const line = { type: 'line', stack: 'band', symbol: 'none', silent: true, lineStyle: { opacity: 0 }, tooltip: { show: false } }
    return {
      grid: { left: 4, right: 12, top: 14, bottom: 4, containLabel: true },
      tooltip: { trigger: 'item', backgroundColor: palette.surface, borderColor: palette.line, textStyle: { color: palette.ink }, formatter: ({ dataIndex }: { dataIndex: number }) => {
        const step = page.steps[dataIndex]
        return step ? t('keptPoint', { from: name(step.period), to: name(step.period + 1), share: format.percent(step.kept.share, 1), low: format.percent(step.kept.low, 1), high: format.percent(step.kept.high, 1), kept: format.number(step.kept.kept), of: format.number(step.kept.of) }) : ''
      } },
      xAxis: { type: 'category', data: page.steps.map((step) => `${step.period} → ${step.period + 1}`), axisTick: { show: false }, axisLine: { lineStyle: { color: palette.line } }, axisLabel: { color: palette.muted, hideOverlap: true } },
      yAxis: { type: 'value', min: 0, max: 1, axisLabel: { color: palette.muted, formatter: (share: number) => format.percent(share) }, splitLine: { lineStyle: { color: palette.line } } },
      series: [
        { ...line, name: '↓', data: page.steps.map((step) => step.kept.low) },
        { ...line, name: '↑', data: page.steps.map((step) => step.kept.high - step.kept.low), areaStyle: { color: palette.accent, opacity: 0.2 } },
        { name: t(`stay.${page.every}`), type: 'line', cursor: 'pointer', symbol: 'circle', symbolSize: 10, lineStyle: { color: palette.brand, width: 2.5 }, itemStyle: { color: palette.brand }, data: page.steps.map((step, i) => ({ value: step.kept.share, i })) },
      ],
    }
  }, [page, format, t, name])
  return (
    <Chart
      label={t(`stay.${page.every}`)} option={option} height={HEIGHT}
      onPick={(_, data) => {
        const step = page.steps[(data as { i?: number } | undefined)?.i ?? -1]
        if (step) void navigate(openLink(step.openKept, page.asOf))
      }}
      table={{
        rows: page.steps, rowKey: (step) => String(step.period),
        columns: [
          { key: 'period', title: t('boughtIn'), render: (step) => name(step.period) },
          { key: 'of', title: t('had'), end: true, render: (step) => <Figure value={step.kept.of} open={step.open} asOf={page.asOf} label={`${name(step.period)}, ${t('had')}`} /> },
          { key: 'kept', title: t('stayed'), end: true, render: (step) => <Figure value={step.kept.kept} open={step.openKept} asOf={page.asOf} label={`${name(step.period)}, ${t('stayed')}`} /> },
          { key: 'left', title: t('left'), end: true, render: (step) => <Figure value={step.kept.of - step.kept.kept} open={step.openLeft} asOf={page.asOf} label={`${name(step.period)}, ${t('left')}`} /> },
          { key: 'share', title: t('keptShare'), end: true, render: (step) => <span className="num">{t('range', { value: format.percent(step.kept.share, 1), low: format.percent(step.kept.low, 1), high: format.percent(step.kept.high, 1) })}</span> },
        ],
      }}
    />
  )
}
