import { PlusOutlined } from '@ant-design/icons'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/ui/card'
import { DataTable } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { Load, Skeleton } from '@/ui/load'
import { ProblemAlert } from '@/ui/problem-alert'
import { When } from '@/ui/when'
import { useKeys, useRevokeKey, type Key } from './api'
import { KeyDialog } from './key-dialog'

export default function KeysPage() {
  const { t } = useTranslation('settings')
  const { t: roles } = useTranslation('shell')
  const { t: common } = useTranslation()
  const keys = useKeys()
  const revoke = useRevokeKey()
  const [making, setMaking] = useState(false)
  const make = <Button type="primary" icon={<PlusOutlined />} onClick={() => setMaking(true)}>{t('keys.make')}</Button>
  const state = (key: Key) => (key.revokedAt ? <span className="badge">{t('keys.revoked')}</span> : key.expiresAt && new Date(key.expiresAt) < new Date() ? <span className="badge warn">{t('keys.expired')}</span> : <span className="badge good">{t('keys.active')}</span>)
  return (
    <Card flush title={t('keys.title')} hint={t('keys.hint')} extra={make}>
      {revoke.isError && <ProblemAlert error={revoke.error} />}
      <Load query={keys} skeleton={<Skeleton lines={5} />}>
        {(rows) => (rows.length === 0
          ? <EmptyState title={t('keys.empty')} actions={make}>{t('keys.emptyHint')}</EmptyState>
          : (
            <DataTable
              label={t('keys.title')} rows={rows} rowKey={(key) => key.id}
              columns={[
                { key: 'name', title: t('keys.name'), card: 'lead', render: (key) => <span><span className="strong">{key.name}</span> <code className="muted">{key.prefix}…</code></span> },
                { key: 'kind', title: t('keys.kind'), render: (key) => `${t(`keys.${key.kind}`)}${key.role ? ` · ${roles(`role.${key.role}`)}` : ''}` },
                { key: 'state', title: t('keys.state'), render: state },
                { key: 'used', title: t('keys.used'), render: (key) => <When at={key.lastUsedAt} as="relative" /> },
                { key: 'expires', title: t('keys.expires'), card: 'none', render: (key) => <When at={key.expiresAt} /> },
                {
                  key: 'revoke', title: t('actions'), end: true, card: 'bare',
                  render: (key) => !key.revokedAt && (
                    <Popconfirm title={t('keys.revokeSure')} okText={t('keys.revoke')} cancelText={common('cancel')} onConfirm={() => revoke.mutate(key.id)}>
                      <Button size="small" danger>{t('keys.revoke')}<span className="hidden-visually"> {key.name}</span></Button>
                    </Popconfirm>
                  ),
                },
              ]}
            />
          ))}
      </Load>
      {making && <KeyDialog onClose={() => setMaking(false)} />}
    </Card>
  )
}
