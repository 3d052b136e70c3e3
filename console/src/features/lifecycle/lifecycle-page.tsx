import { EditOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
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
import { useStages, type Stages } from './api'
import { MigrationCard } from './migration-card'
import { RulesDrawer } from './rules-drawer'
import { StageTable } from './stage-table'
import './lifecycle.css'

const SHAPE = { scheme: '', asOf: '', from: '', to: '', rules: '' }
export type LifecycleState = Record<keyof typeof SHAPE, string>

export default function LifecyclePage() {
  const { t } = useTranslation('lifecycle')
  const label = useLabel()
  const [state, change] = useUrlState(SHAPE)
  const stages = useStages(state.scheme, state.asOf)
  const may = useCan('STAGES_WRITE')
  const data = stages.data
  return (
    <>
      <PageHeader
        title={t('title')} lead={t('lead')}
        actions={(
          <>
            {data && <Select aria-label={t('scheme')} value={data.scheme} onChange={(scheme) => change({ scheme })} style={{ minWidth: 240 }} popupMatchSelectWidth={false} options={data.schemes.map((scheme) => ({ value: scheme.key, label: label(scheme.label, scheme.key) }))} />}
            <AsOfPicker value={state.asOf} onChange={(asOf) => change({ asOf })} />
            {may && data && <Button icon={<EditOutlined />} onClick={() => change({ rules: 'edit' })}>{t('rules')}</Button>}
          </>
        )}
      />
      <OldData asOf={state.asOf} onLook={(asOf) => change({ asOf })} />
      <Load query={stages} skeleton={<Skeleton height={420} />}>
        {(loaded) => <Loaded stages={loaded} state={state} change={change} />}
      </Load>
      {may && state.rules === 'edit' && data && <RulesDrawer scheme={data.scheme} onClose={() => change({ rules: '' })} />}
    </>
  )
}

interface LoadedProps {
  stages: Stages
  state: LifecycleState
  change: (part: Partial<LifecycleState>) => void
}

function Loaded({ stages, state, change }: LoadedProps) {
  const { t } = useTranslation('lifecycle')
  if (stages.customers === 0 && !state.asOf) return <div className="stack"><EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState><ThreeDoors /></div>
  return (
    <div className="stack">
      <Card title={t('now')} hint={t('nowHint')}><StageTable stages={stages} /></Card>
      <MigrationCard stages={stages} state={state} change={change} />
    </div>
  )
}
