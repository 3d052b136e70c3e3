import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { useUrlState } from '@/lib/url-state'
import { PageHeader } from '@/ui/page-header'
import { LiveEvents } from './live-events'
import { Rejected } from './rejected'
import './inbox.css'

const SHAPE = { tab: 'rejected', state: 'waiting', code: '', entry: '' }
export type InboxState = Record<keyof typeof SHAPE, string>

export default function InboxPage() {
  const { t } = useTranslation('inbox')
  const [state, change] = useUrlState(SHAPE)
  return (
    <>
      <PageHeader
        title={t('title')} lead={t('lead')}
        actions={<Segmented aria-label={t('title')} value={state.tab} onChange={(tab) => change({ tab })} options={['rejected', 'live'].map((value) => ({ value, label: t(`tab.${value}`) }))} />}
      />
      {state.tab === 'live' ? <LiveEvents /> : <Rejected state={state} change={change} />}
    </>
  )
}
