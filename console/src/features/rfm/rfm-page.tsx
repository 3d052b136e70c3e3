import { DownloadOutlined, LineChartOutlined, SettingOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { download, query } from '@/lib/http'
import { useCan, useSession } from '@/lib/session'
import { useUrlState } from '@/lib/url-state'
import { AsOfPicker } from '@/ui/as-of'
import { Card } from '@/ui/card'
import { EmptyState } from '@/ui/empty-state'
import { Figure } from '@/ui/figure'
import { Load, Skeleton } from '@/ui/load'
import { OldData } from '@/ui/old-data'
import { PageHeader } from '@/ui/page-header'
import { ThreeDoors } from '@/ui/three-doors'
import { useRfm, type Rfm } from './api'
import { Drift } from './drift'
import { Grid } from './grid'
import { SettingsDrawer } from './settings-drawer'
import { Thresholds } from './thresholds'
import { Treemap } from './treemap'
import './rfm.css'

export type Measure = 'customers' | 'revenue'

const SHAPE = { asOf: '', measure: 'customers', drift: '' }

export default function RfmPage() {
  const { t } = useTranslation('rfm')
  const [state, change] = useUrlState(SHAPE)
  const [editing, setEditing] = useState(false)
  const rfm = useRfm(state.asOf)
  const { workspace } = useSession()
  const mayEdit = useCan('MODELS_WRITE')
  const measure: Measure = state.measure === 'revenue' ? 'revenue' : 'customers'
  return (
    <>
      <PageHeader
        title={t('title')} lead={t('lead')}
        actions={(
          <>
            <Segmented<Measure> aria-label={t('measure.label')} value={measure} onChange={(next) => change({ measure: next })} options={[{ value: 'customers', label: t('measure.customers') }, { value: 'revenue', label: t('measure.revenue') }]} />
            <AsOfPicker value={state.asOf} onChange={(asOf) => change({ asOf })} />
            <Button icon={<DownloadOutlined />} onClick={() => void download(`/rfm/customers${query({ asOf: state.asOf, format: 'csv' })}`, 'rfm.csv')}>CSV</Button>
            {mayEdit && <Button icon={<SettingOutlined />} onClick={() => setEditing(true)}>{t('settings')}</Button>}
          </>
        )}
      />
      <OldData asOf={state.asOf} onLook={(asOf) => change({ asOf })} />
      <Load query={rfm} skeleton={<Skeleton height={460} />}>
        {(data) => <Loaded rfm={data} measure={measure} drift={state.drift !== ''} onDrift={(open) => change({ drift: open ? '1' : '' })} />}
      </Load>
      {rfm.data && <SettingsDrawer key={String(editing)} open={editing} onClose={() => setEditing(false)} settings={rfm.data.settings} currency={rfm.data.currency ?? workspace.currency} />}
    </>
  )
}

interface LoadedProps {
  rfm: Rfm
  measure: Measure
  drift: boolean
  onDrift: (open: boolean) => void
}

function Loaded({ rfm, measure, drift, onDrift }: LoadedProps) {
  // The lists are opened as of the very instant of the figures, so that the counts agree while facts stream in.
  const asOf = rfm.asOf
  const { t } = useTranslation('rfm')
  const { t: driftText } = useTranslation('drift')
  const format = useFormat()
  const { workspace } = useSession()
  if (rfm.customers === 0) return <div className="stack"><EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState><ThreeDoors /></div>
  return (
    <div className="stack">
      <p className="muted">
        <Figure value={rfm.customers} open="in=rfm.all:scored" asOf={asOf} label={t('scored')} /> {t('scored')}
        {rfm.unscored > 0 && <> · <Figure value={rfm.unscored} open="in=rfm.all:unscored" asOf={asOf} /> {t('unscored', { count: rfm.unscored })}</>}
        {rfm.excluded && rfm.excluded.otherCurrencies > 0 && <> · {t('otherCurrencies', { count: rfm.excluded.otherCurrencies, shown: format.number(rfm.excluded.otherCurrencies), currency: rfm.currency ?? workspace.currency })}</>}
      </p>
      <div className="columns">
        <Card className="c7" title={t('grid.title')} hint={t('grid.hint')}><Grid rfm={rfm} measure={measure} asOf={asOf} /></Card>
        <Card className="c5" title={t('types.title')} hint={t('types.hint')}><Treemap rfm={rfm} measure={measure} asOf={asOf} /></Card>
      </div>
      <Thresholds rfm={rfm} asOf={asOf} />
      <div><Button icon={<LineChartOutlined />} aria-expanded={drift} onClick={() => onDrift(!drift)}>{driftText(drift ? 'hide' : 'show')}</Button></div>
      {drift && <Drift key={asOf} asOf={asOf} />}
    </div>
  )
}
