import { UsergroupAddOutlined } from '@ant-design/icons'
import { Button, InputNumber, Select } from 'antd'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { useFormat } from '@/lib/format'
import { useLabel } from '@/lib/i18n'
import { ROUTES, customerLink, openLink } from '@/lib/routes'
import { useCan } from '@/lib/session'
import { useUrlState } from '@/lib/url-state'
import { AsOfPicker } from '@/ui/as-of'
import { Card } from '@/ui/card'
import { Chart } from '@/ui/chart/chart'
import type { Palette } from '@/ui/chart/palette'
import { DataTable } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { Figure } from '@/ui/figure'
import { LinkButton } from '@/ui/link-button'
import { Load, Skeleton } from '@/ui/load'
import { OldData } from '@/ui/old-data'
import { PageHeader } from '@/ui/page-header'
import { useGroupings, useLookAlikes, type LookAlikes } from './api'
import { useAudienceNames } from './audience-names'
import { KeepDialog } from './keep-dialog'
import { LikeReasons } from './like-reasons'
import { sized } from './sized'
import './portraits.css'

const SHAPE = { audience: '', exclude: [] as string[], seed: '1', size: '', asOf: '' } as const
const FIGURES = ['orders', 'revenue', 'average', 'recency', 'tenure']
const LOOKED = ['person', 'tag', 'contact']

/** Who is like the members of an audience without being one, and why. */
export default function LookAlikePage() {
  const { t } = useTranslation('portraits')
  const label = useLabel()
  const [state, change] = useUrlState(SHAPE)
  const names = useAudienceNames()
  const groupings = useGroupings().data ?? []
  const found = useLookAlikes(state.audience, state.exclude, state.seed, state.asOf)
  const looked = groupings.filter((each) => LOOKED.includes(each.family) || each.key.startsWith('bought.') || FIGURES.includes(each.key))
  return (
    <>
      <PageHeader
        title={t('like.title')} lead={t('like.lead')}
        actions={(
          <>
            <Select showSearch={{ optionFilterProp: 'label' }} aria-label={t('like.of')} placeholder={t('like.of')} style={{ minWidth: 200 }} value={state.audience || undefined} options={[...names].map(([value, name]) => ({ value, label: name }))} onChange={(audience: string) => change({ audience, size: '' })} />
            <AsOfPicker value={state.asOf} onChange={(asOf) => change({ asOf })} />
          </>
        )}
      />
      <OldData asOf={state.asOf} onLook={(asOf) => change({ asOf })} />
      {state.audience === ''
        ? <EmptyState title={t('like.empty')} actions={<LinkButton to={ROUTES.audiences}>{t('toAudiences')}</LinkButton>}>{t('like.emptyHint')}</EmptyState>
        : (
          <div className="stack">
            <div className="filters">
              <Select mode="multiple" maxTagCount="responsive" aria-label={t('like.exclude')} placeholder={t('like.exclude')} style={{ minWidth: 280, maxWidth: '100%' }} value={state.exclude} onChange={(exclude: string[]) => change({ exclude })} options={looked.map((each) => ({ value: each.key, label: label(each.label) }))} showSearch={{ optionFilterProp: 'label' }} />
            </div>
            <Load query={found} skeleton={<Skeleton height={460} />}>{(data) => <Loaded data={data} audience={names.get(state.audience) ?? ''} state={state} change={change} />}</Load>
          </div>
        )}
    </>
  )
}

interface Props {
  data: LookAlikes
  audience: string
  state: { exclude: string[]; size: string; asOf: string }
  change: (part: { exclude?: string[]; size?: string }, replace?: boolean) => void
}

function Loaded({ data, audience, state, change }: Props) {
  const { t } = useTranslation('portraits')
  const format = useFormat()
  const label = useLabel()
  const may = useCan('AUDIENCES_WRITE')
  const [keeping, setKeeping] = useState(false)
  const ranking = data.ranking
  const size = Math.min(ranking.candidates, Math.max(1, Number(state.size) || Math.min(ranking.candidates, ranking.members)))
  const first = ranking.curve[0]
  const open = first ? sized(first.open, size) : ''
  const leak = ranking.leak
  return (
    <div className="stack">
      {leak && (
        <div className="notice warn" role="status">
          <span>{t('like.leak', { name: label(leak.label) })}</span> <Button size="small" onClick={() => change({ exclude: [...state.exclude, leak.key] })}>{t('like.leaveOut')}</Button>
        </div>
      )}
      <p className="muted">
        {t(ranking.method === 'model' ? 'like.learnt' : 'like.near', { members: format.number(ranking.learntMembers), others: format.number(ranking.learntOthers), candidates: format.number(ranking.candidates) })}
        {ranking.auc !== null && <> {t('like.auc', { auc: format.number(ranking.auc, 3) })}</>}
      </p>
      <Card
        title={t('like.curve')} hint={t('like.curveHint')}
        extra={(
          <>
            <label className="row tight">{t('like.size')} <InputNumber min={1} max={ranking.candidates} value={size} onChange={(next) => change({ size: String(next ?? '') }, true)} style={{ width: 110 }} /></label>
            <Figure value={t('like.show', { count: size, shown: format.number(size) })} open={open} />
            {may && <Button type="primary" icon={<UsergroupAddOutlined />} onClick={() => setKeeping(true)}>{t('keep.title')}</Button>}
          </>
        )}
      >
        <Curve ranking={ranking} size={size} onPick={(next) => change({ size: String(next) }, true)} />
      </Card>
      <div className="columns">
        <Card className="c6" title={t('like.drivers')} hint={t('like.driversHint')}><LikeReasons drivers={ranking.drivers} /></Card>
        {ranking.lift.length > 0 && (
          <Card className="c6" title={t('like.lift')} hint={t('like.liftHint')}>
            <DataTable
              label={t('like.lift')} cards={false} rows={ranking.lift.map((lift, i) => ({ lift, tenth: i + 1 }))} rowKey={(row) => String(row.tenth)}
              columns={[
                { key: 'tenth', title: t('like.tenth'), render: (row) => row.tenth },
                { key: 'lift', title: t('like.times'), render: (row) => <span className="row tight"><span className="bar grow"><i style={{ width: `${Math.min(100, (100 * row.lift) / Math.max(...ranking.lift, 1))}%` }} /></span><b className="num">{format.number(row.lift, 2)}×</b></span> },
              ]}
            />
          </Card>
        )}
      </div>
      <Card title={t('like.top')} hint={t('like.topHint')} flush>
        <DataTable
          label={t('like.top')} rows={ranking.top} rowKey={(row) => row.customer}
          columns={[
            { key: 'name', title: t('like.customer'), card: 'lead', render: (row) => <Link to={customerLink(row.customer)}>{data.names[row.customer] ?? row.customer.slice(-12)}</Link> },
            { key: 'score', title: t('like.score'), end: true, render: (row) => <span className="num">{format.percent(row.score, 1)}</span> },
            { key: 'why', title: t('like.why'), render: (row) => <span className="row tight">{row.reasons.map((reason, i) => <span key={i} className={`badge ${reason.weight > 0 ? 'brand' : 'warm'}`}>{reason.weight > 0 ? '+' : '−'} {label(reason.label)}</span>)}</span> },
          ]}
        />
      </Card>
      {keeping && <KeepDialog keep={{ path: '/portraits/audiences', body: { in: new URLSearchParams(open).getAll('in'), asOf: state.asOf || undefined } }} customers={size} live={false} name={t('like.named', { audience, shown: format.number(size) })} onClose={() => setKeeping(false)} />}
    </div>
  )
}

function Curve({ ranking, size, onPick }: { ranking: LookAlikes['ranking']; size: number; onPick: (size: number) => void }) {
  const { t } = useTranslation('portraits')
  const format = useFormat()
  const navigate = useNavigate()
  const curve = ranking.curve
  const option = useCallback((palette: Palette) => ({
    grid: { left: 8, right: 16, top: 16, bottom: 8, containLabel: true },
    tooltip: {
      trigger: 'axis', confine: true, backgroundColor: palette.surface, borderColor: palette.line, textStyle: { color: palette.ink },
      formatter: (points: { dataIndex: number }[]) => {
        const point = curve[points[0]?.dataIndex ?? 0]
        return point ? `${format.number(point.size)} · ${t('like.mean')} <b>${format.percent(point.mean, 1)}</b><br/>${t('like.last')} <b>${format.percent(point.score, 1)}</b>` : ''
      },
    },
    xAxis: { type: 'value', max: 'dataMax', axisLabel: { color: palette.muted, formatter: (value: number) => format.compact(value) }, splitLine: { show: false } },
    yAxis: { type: 'value', min: 0, axisLabel: { color: palette.muted, formatter: (value: number) => format.percent(value) }, splitLine: { lineStyle: { color: palette.line } } },
    series: [
      { type: 'line', symbolSize: 6, itemStyle: { color: palette.brand }, areaStyle: { opacity: 0.08 }, data: curve.map((point) => ({ value: [point.size, point.mean], size: point.size })), markLine: { symbol: 'none', label: { show: false }, lineStyle: { color: palette.accent }, data: [{ xAxis: size }] } },
      { type: 'line', symbol: 'none', lineStyle: { type: 'dashed', width: 1 }, itemStyle: { color: palette.muted }, data: curve.map((point) => ({ value: [point.size, point.score], size: point.size })) },
    ],
  }), [curve, format, t, size])
  return (
    <Chart
      label={t('like.curve')} option={option} height={260}
      extra={<span className="legend"><i className="bar-key" aria-hidden="true" />{t('like.mean')} <i className="line-key" aria-hidden="true" />{t('like.last')}</span>}
      onPick={(_, data) => {
        const picked = (data as { size?: number } | null)?.size
        if (picked) onPick(picked)
        else void navigate(openLink(curve[0]?.open ?? ''))
      }}
      table={{
        rows: curve, rowKey: (point) => String(point.size),
        columns: [
          { key: 'size', title: t('like.size'), render: (point) => <Figure value={point.size} open={point.open} /> },
          { key: 'mean', title: t('like.mean'), end: true, render: (point) => <span className="num">{format.percent(point.mean, 1)}</span> },
          { key: 'score', title: t('like.last'), end: true, render: (point) => <span className="num">{format.percent(point.score, 1)}</span> },
        ],
      }}
    />
  )
}
