import type { EChartsCoreOption } from 'echarts/core'
import { Segmented } from 'antd'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DataTable, type Column } from '../data-table'
import { usePalette, type Palette } from './palette'

interface Props<T> {
  /** Says what the picture shows, for those who do not see it. */
  label: string
  height?: number
  option: (palette: Palette) => EChartsCoreOption
  onPick?: (name: string, data: unknown) => void
  table: { columns: Column<T>[]; rows: T[]; rowKey: (row: T) => string }
  extra?: ReactNode
}

type View = 'chart' | 'table'

/** A picture and its twin: the same numbers as a table whose cells are links. */
export function Chart<T>({ label, height = 280, option, onPick, table, extra }: Props<T>) {
  const { t } = useTranslation()
  const [view, setView] = useState<View>('chart')
  return (
    <div className="stack tight">
      <div className="row spread">
        <div className="row tight">{extra}</div>
        <Segmented<View>
          size="small" value={view} onChange={setView} aria-label={t('chart.view', { name: label })}
          options={[{ value: 'chart', label: t('chart.chart') }, { value: 'table', label: t('chart.table') }]}
        />
      </div>
      {view === 'chart' ? <Picture label={label} height={height} option={option} onPick={onPick} /> : <DataTable label={label} cards={false} {...table} />}
    </div>
  )
}

type PictureProps = Pick<Props<unknown>, 'label' | 'option' | 'onPick'> & { height: number }

function Picture({ label, height, option, onPick }: PictureProps) {
  const box = useRef<HTMLDivElement>(null)
  const palette = usePalette()
  const pick = useRef(onPick)
  useEffect(() => {
    pick.current = onPick
  })
  useEffect(() => {
    const element = box.current
    if (!element) return
    let dispose = () => {}
    let gone = false
    void import('./core').then(({ init }) => {
      if (gone) return
      const chart = init(element, undefined, { renderer: 'svg' })
      chart.setOption({
        animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
        animationDuration: 350,
        textStyle: { fontFamily: 'inherit', color: palette.ink2 },
        aria: { enabled: true, label: { description: label } },
        ...option(palette),
      })
      chart.on('click', (event) => pick.current?.(event.name, event.data))
      const watch = new ResizeObserver(() => chart.resize())
      watch.observe(element)
      dispose = () => {
        watch.disconnect()
        chart.dispose()
      }
    })
    return () => {
      gone = true
      dispose()
    }
  }, [option, palette, label])
  return <div ref={box} role="img" aria-label={label} style={{ height, width: '100%' }} />
}
