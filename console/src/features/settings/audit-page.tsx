import { useTranslation } from 'react-i18next'
import { shortId } from '@/lib/format'
import { useUrlState } from '@/lib/url-state'
import { Card } from '@/ui/card'
import { EmptyState } from '@/ui/empty-state'
import { PagedTable } from '@/ui/paged-table'
import { SearchBox } from '@/ui/search-box'
import { When } from '@/ui/when'
import { useAudit } from './api'

const SHAPE = { q: '' }

/** Details as short pairs; nothing personal is kept in them. */
function tell(details: Record<string, unknown> | null): string {
  return Object.entries(details ?? {}).map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(', ') : typeof value === 'object' ? JSON.stringify(value) : String(value)}`).join(' · ')
}

export default function AuditPage() {
  const { t } = useTranslation('settings')
  const [state, change] = useUrlState(SHAPE)
  const audit = useAudit(state.q)
  return (
    <div className="stack">
      <div className="filters" style={{ marginBottom: 0 }}><SearchBox value={state.q} onChange={(q) => change({ q }, true)} label={t('audit.search')} /></div>
      <Card flush title={t('audit.title')} hint={t('audit.hint')}>
        <PagedTable
          label={t('audit.title')} query={audit} rowKey={(row) => row.id} empty={<EmptyState title={t('audit.empty')} />}
          columns={[
            { key: 'action', title: t('audit.action'), card: 'lead', render: (row) => <span className="strong">{t(`action.${row.action.replaceAll('.', '-')}`, { defaultValue: row.action })}</span> },
            { key: 'actor', title: t('audit.actor'), render: (row) => row.actor },
            { key: 'details', title: t('audit.details'), card: 'bare', render: (row) => <span className="muted small details">{tell(row.details)}</span> },
            { key: 'target', title: t('audit.target'), card: 'none', render: (row) => <code className="muted">{row.target ? shortId(row.target) : ''}</code> },
            { key: 'at', title: t('audit.at'), end: true, render: (row) => <When at={row.at} as="dateTime" /> },
          ]}
        />
      </Card>
    </div>
  )
}
