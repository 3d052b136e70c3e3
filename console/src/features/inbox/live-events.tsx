import { PauseOutlined, PlayCircleOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ROUTES } from '@/lib/routes'
import { Card } from '@/ui/card'
import { DataTable } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { Load, Skeleton } from '@/ui/load'
import { When } from '@/ui/when'
import { useLive } from './api'

/** The debugger of a connection: what has just come in, without personal data. */
export function LiveEvents() {
  const { t } = useTranslation('inbox')
  const [running, setRunning] = useState(true)
  const live = useLive(running)
  const look = (outcome: string) => (outcome === 'accepted' ? 'good' : outcome === 'duplicate' ? '' : 'bad')
  return (
    <Card flush title={t('live.title')} hint={t('live.hint')} extra={<Button size="small" icon={running ? <PauseOutlined /> : <PlayCircleOutlined />} onClick={() => setRunning(!running)}>{running ? t('live.pause') : t('live.go')}</Button>}>
      <Load query={live} skeleton={<Skeleton lines={8} />}>
        {({ items }) => (items.length === 0
          ? <EmptyState title={t('live.none')} actions={<LinkButton to={ROUTES.keys}>{t('live.key')}</LinkButton>}>{t('live.noneHint')}</EmptyState>
          : (
            <DataTable
              label={t('live.title')} rows={items.map((event, i) => ({ ...event, key: `${event.receivedAt}-${i}` }))} rowKey={(event) => event.key}
              columns={[
                { key: 'event', title: t('column.event'), card: 'lead', render: (event) => <span><span className="strong">{event.event ?? event.type}</span> <span className="muted small">{event.event ? event.type : ''}</span></span> },
                { key: 'outcome', title: t('column.outcome'), render: (event) => <span title={event.outcome} className={`badge ${look(event.outcome)}`}>{t(`outcome.${event.outcome}`, { defaultValue: t('outcome.rejected') })}</span> },
                { key: 'source', title: t('column.source'), render: (event) => event.source },
                { key: 'attributes', title: t('column.attributes'), card: 'none', render: (event) => <span className="muted small">{(event.attributes ?? []).slice(0, 6).join(', ')}</span> },
                { key: 'at', title: t('column.received'), end: true, render: (event) => <When at={event.receivedAt} as="relative" /> },
              ]}
            />
          ))}
      </Load>
    </Card>
  )
}
