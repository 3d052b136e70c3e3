import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useFormat } from '@/lib/format'
import { useLabel } from '@/lib/i18n'
import { ROUTES } from '@/lib/routes'
import { Chart } from '@/ui/chart/chart'
import { escapeHtml } from '@/ui/chart/escape'
import type { Palette } from '@/ui/chart/palette'
import { Figure } from '@/ui/figure'
import { growth } from '../language/growth'
import { fromJson } from '../language/tree'
import type { Json } from '../language/types'
import { conditionLink } from '../links'
import type { Preview } from '../types'
import { useSentences } from '../use-sentences'

const ROW = 34
const LABEL = 132

/** How the number develops as one clause after the other is added; each bar opens the customers who are left by then. */
export function Waterfall({ preview, condition }: { preview: Preview; condition: Json }) {
  const { t } = useTranslation('audiences')
  const format = useFormat()
  const label = useLabel()
  const navigate = useNavigate()
  const says = useSentences()
  const rows = useMemo(() => [
    { key: 'all', name: t('everybody'), count: preview.total, before: preview.total, open: ROUTES.customers as string | null },
    ...growth(condition, preview).map((step, i) => {
      const named = step.clause === undefined ? '' : says.node(fromJson(step.clause))
      return { key: `${i}`, name: named || label(step.sentence), count: step.count, before: step.before, open: conditionLink(step.so) }
    }),
  ], [preview, condition, label, says, t])
  const option = useCallback((palette: Palette) => ({
    grid: { left: LABEL + 10, right: 52, top: 4, bottom: 4 },
    tooltip: {
      trigger: 'axis', axisPointer: { type: 'none' }, confine: true, backgroundColor: palette.surface, borderColor: palette.line, textStyle: { color: palette.ink }, extraCssText: 'max-width:320px;white-space:normal',
      formatter: (points: { dataIndex: number }[]) => {
        const row = rows[points[0]?.dataIndex ?? 0]
        if (!row) return ''
        const change = row.count - row.before
        return `${escapeHtml(row.name)}<br/><b>${format.number(row.count)}</b>${change === 0 ? '' : ` (${change > 0 ? '+' : '−'}${format.number(Math.abs(change))})`}`
      },
    },
    xAxis: { type: 'value', show: false, max: Math.max(preview.total, 1) },
    yAxis: {
      type: 'category', inverse: true, data: rows.map((row) => row.name), axisTick: { show: false }, axisLine: { show: false },
      axisLabel: { color: palette.ink2, width: LABEL, overflow: 'truncate', align: 'left', margin: LABEL + 8, fontSize: 12 },
    },
    series: [
      { type: 'bar', stack: 'n', barMaxWidth: 16, cursor: 'pointer', itemStyle: { color: palette.brand, borderRadius: 3 }, data: rows.map((row) => ({ value: Math.min(row.count, row.before), open: row.open })) },
      { type: 'bar', stack: 'n', barMaxWidth: 16, cursor: 'pointer', itemStyle: { color: palette.accent }, data: rows.map((row) => ({ value: Math.max(0, row.count - row.before), open: row.open })) },
      {
        type: 'bar', stack: 'n', barMaxWidth: 16, cursor: 'pointer', itemStyle: { color: palette.line }, data: rows.map((row) => ({ value: Math.max(0, row.before - row.count), open: row.open })),
        label: { show: true, position: 'right', color: palette.ink, formatter: ({ dataIndex }: { dataIndex: number }) => format.number(rows[dataIndex]?.count ?? 0) },
      },
    ],
  }), [rows, format, preview.total])
  return (
    <Chart
      label={t('waterfall')} height={rows.length * ROW + 12} option={option}
      onPick={(_, data) => {
        const target = (data as { open?: string | null } | null)?.open
        if (target) void navigate(target)
      }}
      table={{
        rows, rowKey: (row) => row.key,
        columns: [
          { key: 'name', title: t('step'), render: (row) => row.name },
          { key: 'count', title: t('customers'), end: true, render: (row) => <Figure value={row.count} open={row.open} label={row.name} /> },
          { key: 'change', title: t('difference'), end: true, render: (row) => <span className="num">{format.number(row.count - row.before)}</span> },
        ],
      }}
    />
  )
}
