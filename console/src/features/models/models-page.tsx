import { SettingOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '@/lib/session'
import { useUrlState } from '@/lib/url-state'
import { AsOfPicker } from '@/ui/as-of'
import { Load, Skeleton } from '@/ui/load'
import { OldData } from '@/ui/old-data'
import { PageHeader } from '@/ui/page-header'
import { ProblemAlert } from '@/ui/problem-alert'
import { useModels, useStart } from './api'
import { HistoryDrawer } from './history-drawer'
import { ModelCard } from './model-card'
import { SettingsDrawer } from './settings-drawer'
import './models.css'

const SHAPE = { asOf: '', model: '' }

/** What the models know, how old it is, and what they lack. */
export default function ModelsPage() {
  const { t } = useTranslation('models')
  const [state, change] = useUrlState(SHAPE)
  const [editing, setEditing] = useState(false)
  const models = useModels()
  const start = useStart()
  const mayRun = useCan('MODELS_WRITE')
  const idle = models.data?.items.filter((card) => !card.running) ?? []
  return (
    <>
      <PageHeader
        title={t('title')} lead={t('lead')}
        actions={(
          <>
            <AsOfPicker value={state.asOf} onChange={(asOf) => change({ asOf })} label={t('runAsOf')} placeholder={t('runNow')} />
            {mayRun && <Button icon={<SettingOutlined />} onClick={() => setEditing(true)}>{t('settings.title')}</Button>}
            {mayRun && <Button type="primary" disabled={idle.length === 0} onClick={() => idle.forEach((card) => start.mutate({ model: card.model, asOf: state.asOf }))}>{t('runAll')}</Button>}
          </>
        )}
      />
      <OldData asOf={state.asOf} onLook={(asOf) => change({ asOf })} />
      {start.isError && <ProblemAlert error={start.error} />}
      <Load query={models} skeleton={<Skeleton height={320} />}>
        {(data) => (
          <div className="model-cards">
            {data.items.map((card) => (
              <ModelCard key={card.model} card={card} asOf={state.asOf} onRun={mayRun ? () => start.mutate({ model: card.model, asOf: state.asOf }) : null} onHistory={() => change({ model: card.model })} />
            ))}
          </div>
        )}
      </Load>
      <HistoryDrawer card={models.data?.items.find((card) => card.model === state.model) ?? null} onClose={() => change({ model: '' })} />
      {editing && <SettingsDrawer onClose={() => setEditing(false)} />}
    </>
  )
}
