import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useFormat } from '@/lib/format'
import { openLink } from '@/lib/routes'
import { Chart } from '@/ui/chart/chart'
import { escapeHtml } from '@/ui/chart/escape'
import type { Palette } from '@/ui/chart/palette'
import { Figure } from '@/ui/figure'
import type { Attribute } from './types'

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

/** Importance × performance, parted at the means; a point opens those who expected more. */
export function ImportanceMap({ attributes, asOf }: { attributes: Attribute[]; asOf: string }) {
  const { t } = useTranslation('satisfaction')
  const format = useFormat()
  const navigate = useNavigate()
  const shown = attributes.filter((each) => each.importance !== null)
  const option = useCallback((palette: Palette) => {
    const points = attributes.filter((each) => each.importance !== null)
    const axis = { type: 'value', scale: true, nameLocation: 'middle', axisLabel: { color: palette.muted, formatter: (value: number) => format.number(value, 1) }, nameTextStyle: { color: palette.muted }, splitLine: { show: false } }
    return {
      grid: { left: 24, right: 70, top: 24, bottom: 24, containLabel: true },
      tooltip: {
        backgroundColor: palette.surface, borderColor: palette.line, textStyle: { color: palette.ink },
        formatter: (point: { dataIndex: number }) => {
          const at = points[point.dataIndex]
          return at ? `${escapeHtml(at.name)}<br/>${escapeHtml(t('importance'))} ${format.number(at.importance ?? 0, 2)}, ${escapeHtml(t('performance'))} ${format.number(at.perceived, 2)}${at.quadrant ? `<br/><b>${escapeHtml(t(`quadrant.${at.quadrant}`))}</b>` : ''}` : ''
        },
      },
      xAxis: { ...axis, name: t('performance'), nameGap: 28 },
      yAxis: { ...axis, name: t('importance'), nameGap: 36 },
      series: [{
        type: 'scatter', symbolSize: 16, cursor: 'pointer', itemStyle: { color: palette.brand },
        label: { show: true, position: 'right', color: palette.ink, formatter: (point: { dataIndex: number }) => points[point.dataIndex]?.name ?? '' },
        data: points.map((each) => [each.perceived, each.importance]),
        markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: palette.muted, type: 'dashed' }, data: [{ xAxis: mean(points.map((each) => each.perceived)) }, { yAxis: mean(points.map((each) => each.importance ?? 0)) }] },
      }],
    }
  }, [attributes, format, t])
  return (
    <Chart
      label={t('map')} option={option} height={320}
      onPick={(_, data) => {
        const at = shown.find((each) => each.perceived === (data as number[])[0] && each.importance === (data as number[])[1])
        if (at?.disappointed.open) void navigate(openLink(at.disappointed.open, asOf))
      }}
      table={{
        rows: shown, rowKey: (each) => each.name,
        columns: [
          { key: 'name', title: t('attribute'), render: (each) => each.name },
          { key: 'importance', title: t('importance'), end: true, render: (each) => <span className="num">{format.number(each.importance ?? 0, 2)}</span> },
          { key: 'performance', title: t('performance'), end: true, render: (each) => <span className="num">{format.number(each.perceived, 2)}</span> },
          { key: 'quadrant', title: t('quadrantTitle'), render: (each) => (each.quadrant ? t(`quadrant.${each.quadrant}`) : '–') },
          { key: 'disappointed', title: t('disappointed'), end: true, render: (each) => <Figure value={each.disappointed.customers} open={each.disappointed.open} asOf={asOf} label={each.name} /> },
        ],
      }}
    />
  )
}
