import type { Format } from '@/lib/format'
import type { Palette } from '@/ui/chart/palette'

type Values = (number | null)[]

/** What both charts of growth stand in. */
export function frame(palette: Palette, format: Format, periods: string[]) {
  return {
    grid: { left: 4, right: 12, top: 14, bottom: 4, containLabel: true },
    tooltip: { trigger: 'axis', backgroundColor: palette.surface, borderColor: palette.line, textStyle: { color: palette.ink }, valueFormatter: (value: number | null) => (value === null ? '–' : format.number(value)) },
    xAxis: { type: 'category', data: periods, axisTick: { show: false }, axisLine: { lineStyle: { color: palette.line } }, axisLabel: { color: palette.muted, hideOverlap: true } },
    yAxis: { type: 'value', axisLabel: { color: palette.muted, formatter: (value: number) => format.compact(value) }, splitLine: { lineStyle: { color: palette.line } } },
  }
}

/** An interval as an area: what is below it is left clear. */
export function band(palette: Palette, name: string, low: Values, high: Values) {
  const line = { type: 'line', stack: 'band', symbol: 'none', silent: true, lineStyle: { opacity: 0 }, tooltip: { show: false } }
  return [
    { ...line, name: `${name} ↓`, data: low },
    { ...line, name: `${name} ↑`, data: high.map((value, i) => (value === null || low[i] === null || low[i] === undefined ? null : value - low[i])), areaStyle: { color: palette.accent, opacity: 0.18 } },
  ]
}
