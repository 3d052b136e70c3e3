import { Button, InputNumber, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLabel } from '@/lib/i18n'
import { useCan } from '@/lib/session'
import { useUrlState } from '@/lib/url-state'
import { AsOfPicker } from '@/ui/as-of'
import { Card } from '@/ui/card'
import { EmptyState } from '@/ui/empty-state'
import { Load, Skeleton } from '@/ui/load'
import { OldData } from '@/ui/old-data'
import { PageHeader } from '@/ui/page-header'
import { ThreeDoors } from '@/ui/three-doors'
import { useMatrix, type Cell, type Matrix } from './api'
import { useAudienceNames } from './audience-names'
import { GroupingSelect } from './grouping-select'
import { KeepDialog } from './keep-dialog'
import { MatrixTable } from './matrix-table'
import { MEASURES, type Measure } from './measures'
import './portraits.css'

const SHAPE = { rows: 'rfm.type', columns: 'stage.activity', layers: '', layer: '', measure: 'customers', days: '365', audience: '', asOf: '' }

const keyOf = ({ row, column, layer }: Pick<Cell, 'row' | 'column' | 'layer'>) => JSON.stringify([row, column, layer])

/** Any two groupings crossed, a third one as a choice: how many, what they are worth, and who they are. */
export default function CombinationsPage() {
  const { t } = useTranslation('portraits')
  const [state, change] = useUrlState(SHAPE)
  const names = useAudienceNames()
  const [marked, setMarked] = useState<string[] | null>(null)
  const chosen = state.audience ? [`audience:${state.audience}`] : []
  const matrix = useMatrix({ rows: state.rows, columns: state.columns, layers: state.layers, in: chosen, days: state.days, asOf: state.asOf })
  const measure = MEASURES.find((each) => each === state.measure) ?? 'customers'
  const may = useCan('AUDIENCES_WRITE')
  const regroup = (part: Partial<typeof SHAPE>) => {
    setMarked((now) => now && [])
    change({ layer: '', ...part })
  }
  return (
    <>
      <PageHeader
        title={t('matrix.title')} lead={t('matrix.lead')}
        actions={<><AsOfPicker value={state.asOf} onChange={(asOf) => regroup({ asOf })} />{may && <Button type={marked ? 'primary' : 'default'} aria-pressed={marked !== null} onClick={() => setMarked(marked ? null : [])}>{t('matrix.mark')}</Button>}</>}
      />
      <OldData asOf={state.asOf} onLook={(asOf) => change({ asOf })} />
      <div className="filters axes" role="group" aria-label={t('matrix.axes')}>
        <GroupingSelect label={t('matrix.rows')} value={state.rows} onChange={(rows) => regroup({ rows })} />
        <Button aria-label={t('matrix.swap')} title={t('matrix.swap')} onClick={() => regroup({ rows: state.columns, columns: state.rows })}>⇄</Button>
        <GroupingSelect label={t('matrix.columns')} value={state.columns} onChange={(columns) => regroup({ columns })} />
        <GroupingSelect label={t('matrix.layers')} value={state.layers} clear onChange={(layers) => regroup({ layers })} />
        <Select
          allowClear showSearch={{ optionFilterProp: 'label' }} aria-label={t('matrix.among')} placeholder={t('matrix.everybody')} style={{ minWidth: 170 }} value={state.audience || undefined}
          options={[...names].map(([value, label]) => ({ value, label }))} onChange={(audience?: string) => regroup({ audience: audience ?? '' })}
        />
      </div>
      <Load query={matrix} skeleton={<Skeleton height={460} />}>
        {(data) => <Loaded matrix={data} measure={measure} state={state} change={change} marked={marked} onMark={setMarked} />}
      </Load>
    </>
  )
}

interface Props {
  matrix: Matrix
  measure: Measure
  state: typeof SHAPE
  change: (part: Partial<typeof SHAPE>, replace?: boolean) => void
  marked: string[] | null
  onMark: (marked: string[] | null) => void
}

function Loaded({ matrix, measure, state, change, marked, onMark }: Props) {
  const { t } = useTranslation('portraits')
  const label = useLabel()
  const [keeping, setKeeping] = useState(false)
  if (matrix.total.customers === 0) return <div className="stack"><EmptyState title={t('matrix.empty')}>{t('matrix.emptyHint')}</EmptyState><ThreeDoors /></div>
  const layer = matrix.layers?.values.find(({ value }) => value === state.layer) ?? null
  const cells = matrix.cells.filter((cell) => cell.layer === (layer?.value ?? null))
  const picked = cells.filter((cell) => marked?.includes(keyOf(cell)))
  const valueOf = (axis: Matrix['rows'], value: string | null) => axis.values.find((each) => each.value === value)
  const live = state.asOf === '' && picked.every((cell) => valueOf(matrix.rows, cell.row)?.live && valueOf(matrix.columns, cell.column)?.live && (!layer || layer.live))
  const name = picked.slice(0, 3).map((cell) => [label(valueOf(matrix.rows, cell.row)?.label), label(valueOf(matrix.columns, cell.column)?.label), label(layer?.label)].filter(Boolean).join(' × ')).join(', ')
  const toggle = (cell: Cell) => onMark((marked ?? []).includes(keyOf(cell)) ? (marked ?? []).filter((each) => each !== keyOf(cell)) : [...(marked ?? []), keyOf(cell)])
  return (
    <Card
      title={`${label(matrix.rows.grouping.label)} × ${label(matrix.columns.grouping.label)}`} hint={t(`matrix.hint.${measure}`)}
      extra={<div className="measures"><Segmented<Measure> aria-label={t('matrix.measure')} value={measure} onChange={(next) => change({ measure: next })} options={MEASURES.map((value) => ({ value, label: t(`matrix.of.${value}`) }))} /></div>}
    >
      <div className="stack">
        {(measure === 'revenue' || measure === 'average') && (
          <label className="row tight">{t('matrix.days')} <InputNumber min={0} max={36500} value={Number(state.days)} onChange={(days) => change({ days: String(days ?? 0) }, true)} style={{ width: 100 }} /> <span className="muted small">{t('matrix.daysHint')}</span></label>
        )}
        {matrix.layers && (
          <div className="row tight" role="group" aria-label={label(matrix.layers.grouping.label)}>
            <Button size="small" type={layer ? 'default' : 'primary'} onClick={() => change({ layer: '' })}>{t('matrix.allLayers')}</Button>
            {matrix.layers.values.map(({ value, label: named }) => <Button key={value} size="small" type={layer?.value === value ? 'primary' : 'default'} onClick={() => change({ layer: value })}>{label(named)}</Button>)}
          </div>
        )}
        <MatrixTable matrix={matrix} cells={cells} layer={layer} measure={measure} marked={marked === null ? null : picked} onMark={toggle} />
        {(matrix.rows.grouping.several || matrix.columns.grouping.several) && <p className="muted small">{t('matrix.several')}</p>}
        {marked && (
          <div className="row marked-bar" aria-live="polite">
            <span>{t('matrix.marked', { count: picked.length })}</span>
            <Button type="primary" disabled={picked.length === 0} onClick={() => setKeeping(true)}>{t('keep.title')}</Button>
            {picked.length > 0 && <span className="muted small">{t(live ? 'keep.live' : 'keep.list')}</span>}
          </div>
        )}
      </div>
      {keeping && (
        <KeepDialog
          keep={{ path: '/combinations/audiences', body: { rows: state.rows, columns: state.columns, layers: state.layers || undefined, in: state.audience ? [`audience:${state.audience}`] : [], asOf: state.asOf || undefined, cells: picked.map(({ row, column, layer: third }) => ({ row, column, layer: third })) } }}
          customers={picked.reduce((sum, cell) => sum + cell.sum.customers, 0)} live={live} name={name} onClose={() => setKeeping(false)}
        />
      )}
    </Card>
  )
}
