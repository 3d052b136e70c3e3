import { Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { useKeepPreference } from '@/lib/keep-preference'
import { usePreferences } from '@/lib/preferences-context'
import { useCan } from '@/lib/session'
import { Card } from '@/ui/card'
import { Load, Skeleton } from '@/ui/load'
import { useWorkspace } from './api'
import { OwnForm } from './own-form'
import { WorkspaceForm } from './workspace-form'

export default function GeneralPage() {
  const { t } = useTranslation('settings')
  const may = useCan('SETTINGS_READ')
  return (
    <div className="columns">
      {may && <Card className="c7" title={t('workspace.title')} hint={t('workspace.hint')}><Workspace /></Card>}
      <div className="c5 stack">
        <Card title={t('look.title')} hint={t('look.hint')}><Look /></Card>
        <Card title={t('own.title')}><OwnForm /></Card>
      </div>
    </div>
  )
}

function Workspace() {
  const workspace = useWorkspace()
  return <Load query={workspace} skeleton={<Skeleton height={360} />}>{(data) => <WorkspaceForm key={data.version} workspace={data} />}</Load>
}

function Look() {
  const { t } = useTranslation('settings')
  const { theme, language } = usePreferences()
  const keep = useKeepPreference()
  return (
    <div className="stack">
      <div role="group" aria-labelledby="look-language">
        <p id="look-language" className="field-name">{t('look.language')}</p>
        <Radio.Group aria-labelledby="look-language" value={language} onChange={(event) => keep.language(event.target.value as 'en' | 'zh')} options={[{ value: 'en', label: 'English' }, { value: 'zh', label: '中文' }]} />
      </div>
      <div role="group" aria-labelledby="look-theme">
        <p id="look-theme" className="field-name">{t('look.theme')}</p>
        <Radio.Group aria-labelledby="look-theme" value={theme} onChange={(event) => keep.theme(event.target.value as 'light' | 'dark' | 'system')} options={['light', 'dark', 'system'].map((value) => ({ value, label: t(`look.${value}`) }))} />
      </div>
    </div>
  )
}
