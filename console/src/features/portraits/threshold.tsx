import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { Chart } from '@/ui/chart/chart'
import type { Palette } from '@/ui/chart/palette'
import { Figure } from '@/ui/figure'
import type { Choice } from './api'

/** Expected profit as more and more of each ranking are kept; the best point of each is marked. */
export function Threshold({ choice, onPick }: { choice: Choice; onPick: (kept: number) => void }) {
  const { t } = useTranslation('portraits')
  const format = useFormat()
  const currency = choice.currency ?? 'XXX'
  const option = useCallback((palette: Palette) => {
    const colours = [palette.brand, palette.accent, palette.stages[3] ?? palette.muted]
    return {
      grid: { left: 8, right: 20, top: 20, bottom: 8, containLabel: true },
      tooltip: { trigger: 'item', confine: true, backgroundColor: palette.surface, borderColor: palette.line, textStyle: { color: palette.ink }, formatter: ({ data }: { data: { tip?: string } }) => data.tip ?? '' },
      xAxis: { type: 'value', max: choice.customers, axisLabel: { color: palette.muted, formatter: (value: number) => format.compact(value) }, splitLine: { show: false } },
      yAxis: { type: 'value', axisLabel: { color: palette.muted, formatter: (value: number) => format.moneyShort({ amount: value, currency }) }, splitLine: { lineStyle: { color: palette.line } } },
      series: choice.rankings.map((ranking, i) => {
        const point = (each: Choice['rankings'][number]['curve'][number]) => ({
          value: [each.kept, each.profit], kept: each.kept,
          tip: `${t(`choice.by.${ranking.key}`)}<br/>${t('choice.kept')} <b>${format.number(each.kept)}</b><br/>${t('choice.profitOf')} <b>${format.money({ amount: each.profit, currency })}</b><br/>${t('choice.cost')} <b>${format.money({ amount: each.cost, currency })}</b>`,
        })
        return {
          type: 'line', name: t(`choice.by.${ranking.key}`), symbolSize: 5, itemStyle: { color: colours[i] }, lineStyle: { width: 2, type: i === 2 ? 'dashed' : 'solid' }, data: ranking.curve.map(point),
          markPoint: ranking.best ? { symbol: 'circle', symbolSize: 13, label: { show: false }, data: [{ coord: [ranking.best.kept, ranking.best.profit], ...point(ranking.best) }] } : undefined,
        }
      }),
    }
  }, [choice, currency, format, t])
  const rows = choice.rankings.flatMap((ranking) => ranking.curve.filter((_, i) => i % 6 === 5).map((point) => ({ ...point, key: ranking.key })))
  return (
    <Chart
      label={t('choice.threshold')} option={option} height={320}
      extra={<span className="legend">{choice.rankings.map(({ key }, i) => <span key={key} className="row tight"><i className={`bar-key ranking-${i}`} aria-hidden="true" />{t(`choice.by.${key}`)}</span>)}</span>}
      onPick={(_, data) => {
        const kept = (data as { kept?: number } | null)?.kept
        if (kept !== undefined) onPick(kept)
      }}
      table={{
        rows, rowKey: (row) => `${row.key}-${row.kept}`,
        columns: [
          { key: 'key', title: t('choice.ranking'), render: (row) => t(`choice.by.${row.key}`) },
          { key: 'kept', title: t('choice.kept'), end: true, render: (row) => <Figure value={row.kept} open={row.open} /> },
          { key: 'cost', title: t('choice.cost'), end: true, render: (row) => <span className="num">{format.money({ amount: row.cost, currency })}</span> },
          { key: 'profit', title: t('choice.profitOf'), end: true, render: (row) => <span className="num">{format.money({ amount: row.profit, currency })}</span> },
        ],
      }}
    />
  )
}
