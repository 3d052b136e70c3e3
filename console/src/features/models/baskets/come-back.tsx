import { Select } from 'antd'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { Card } from '@/ui/card'
import { Chart } from '@/ui/chart/chart'
import { escapeHtml } from '@/ui/chart/escape'
import type { Palette } from '@/ui/chart/palette'
import type { Repurchase } from './types'

/** By which day how many come back for a product: those who have not yet are counted for as long as they could. */
export function ComeBack({ rows, item, onItem }: { rows: Repurchase[]; item: string; onItem: (item: string) => void }) {
  const { t } = useTranslation('baskets')
  const format = useFormat()
  const row = rows.find((each) => each.item.key === item) ?? rows[0]
  const unit = t(row?.perUnit ? 'repurchase.axisEach' : 'repurchase.axis')
  const option = useCallback((palette: Palette) => ({
    grid: { left: 4, right: 18, top: 18, bottom: 22, containLabel: true },
    tooltip: {
      trigger: 'axis', backgroundColor: palette.surface, borderColor: palette.line, textStyle: { color: palette.ink },
      formatter: (points: { data: [number, number] }[]) => (points[0] ? `${escapeHtml(format.number(points[0].data[0], 1))} ${escapeHtml(unit)}<br/><b>${escapeHtml(format.percent(points[0].data[1], 1))}</b>` : ''),
    },
    xAxis: { type: 'value', name: unit, nameLocation: 'middle', nameGap: 26, nameTextStyle: { color: palette.muted }, axisLabel: { color: palette.muted, hideOverlap: true }, splitLine: { show: false } },
    yAxis: { type: 'value', axisLabel: { color: palette.muted, formatter: (value: number) => format.percent(value) }, splitLine: { lineStyle: { color: palette.line } } },
    series: [{
      type: 'line', step: 'end', showSymbol: false, lineStyle: { color: palette.brand, width: 2.5 }, areaStyle: { color: palette.brand, opacity: 0.08 }, data: [[0, 0], ...(row?.curve ?? []).map((point) => [point.days, point.share])],
    }, {
      type: 'line', showSymbol: false, silent: true, tooltip: { show: false }, lineStyle: { color: palette.accent, width: 1.5, type: 'dashed' }, data: row?.median == null ? [] : [[row.median, 0], [row.median, row.curve.at(-1)?.share ?? 0]],
    }],
  }), [format, row, unit])
  if (!row) return null
  return (
    <Card title={t('repurchase.curve')} hint={t('repurchase.curveHint')}>
      <Chart
        label={`${t('repurchase.curve')}: ${row.item.name}`} height={240} option={option}
        extra={<Select aria-label={t('repurchase.product')} style={{ width: 'min(320px, 60vw)' }} showSearch={{ optionFilterProp: 'label' }} value={row.item.key} onChange={onItem} options={rows.map((each) => ({ value: each.item.key, label: each.item.name }))} />}
        table={{
          rows: row.curve, rowKey: (point) => String(point.days),
          columns: [
            { key: 'days', title: unit, end: true, render: (point) => <span className="num">{format.number(point.days, 1)}</span> },
            { key: 'share', title: t('repurchase.back'), end: true, render: (point) => <span className="num">{format.percent(point.share, 1)}</span> },
          ],
        }}
      />
    </Card>
  )
}
