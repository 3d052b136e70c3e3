import { DownloadOutlined, EllipsisOutlined, MergeCellsOutlined, UserDeleteOutlined, UsergroupAddOutlined } from '@ant-design/icons'
import { App, Button, Dropdown, type MenuProps } from 'antd'
import { useContext, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { download } from '@/lib/http'
import { useLabel } from '@/lib/i18n'
import { useCan } from '@/lib/session'
import { OnLists } from '@/ui/on-lists'
import { When } from '@/ui/when'
import { identityIcon } from '../identity-text'
import { RfmBadge } from '../rfm-badge'
import type { Customer } from '../types'
import { EraseDialog } from './erase-dialog'
import { MergeDialog } from './merge-dialog'
import { RevealContext } from './reveal'

export function PersonHeader({ customer }: { customer: Customer }) {
  const { t } = useTranslation('customer')
  const { t: common } = useTranslation()
  const label = useLabel()
  const { message } = App.useApp()
  const { values, ask } = useContext(RevealContext)
  const [dialog, setDialog] = useState<'merge' | 'erase' | 'lists' | null>(null)
  const can = { lists: useCan('AUDIENCES_WRITE'), reveal: useCan('CUSTOMERS_REVEAL'), merge: useCan('CUSTOMERS_MERGE'), erase: useCan('CUSTOMERS_ERASE'), export: useCan('CUSTOMERS_EXPORT') }
  const name = customer.erased ? t('erase.done') : (values['attribute:name'] ?? customer.name ?? common('unnamed'))
  useEffect(() => {
    document.title = `${customer.name ?? common('unnamed')} · Millrace`
  }, [customer.name, common])
  const items: MenuProps['items'] = [
    can.lists && !customer.erased && { key: 'lists', icon: <UsergroupAddOutlined />, label: t('lists') },
    can.merge && { key: 'merge', icon: <MergeCellsOutlined />, label: t('merge.open') },
    can.export && { key: 'export', icon: <DownloadOutlined />, label: t('export') },
    can.erase && { key: 'erase', icon: <UserDeleteOutlined />, label: t('erase.open'), danger: true },
  ].filter((item) => item !== false)
  const choose: MenuProps['onClick'] = ({ key }) => {
    if (key === 'merge' || key === 'erase' || key === 'lists') setDialog(key)
    else download(`/customers/${customer.id}/export`, `customer-${customer.id}.json`).catch((error: Error) => message.error(error.message))
  }
  const masked = customer.attributes.filter((attribute) => attribute.masked).map((attribute) => `attribute:${attribute.name}`)
  const fields = [...masked, ...customer.identities.filter((identity) => !identity.clear).map((identity) => `identity:${identity.id}`)]
  return (
    <header className="person">
      <span className="avatar large" aria-hidden="true">{name.slice(0, 1)}</span>
      <div>
        <div className="row">
          <h1 id="page-title" tabIndex={-1}>{name}</h1>
          {customer.stage && <span className={`badge stage-${customer.stage.stage}`}>{label(customer.stage.label, customer.stage.stage)}</span>}
          <RfmBadge of={customer.rfm} />
        </div>
        <div className="ids muted small">
          {customer.identities.slice(0, 3).map((identity) => (
            <span key={identity.id} className="num"><span aria-hidden="true">{identityIcon(identity.type)}</span> {values[`identity:${identity.id}`] ?? identity.masked}</span>
          ))}
          <span>{t('since')} <When at={customer.firstSeenAt} /></span>
          <span>{t('lastSeen')} <When at={customer.lastSeenAt} as="relative" /></span>
        </div>
      </div>
      <div className="actions">
        {can.reveal && fields.length > 0 && <Button onClick={() => ask(fields)}>{t('reveal.all')}</Button>}
        {items.length > 0 && <Dropdown trigger={['click']} getPopupContainer={(button) => button.parentElement ?? document.body} menu={{ items, onClick: choose }}><Button icon={<EllipsisOutlined />} aria-label={t('actions')} /></Dropdown>}
      </div>
      {dialog === 'lists' && <OnLists customer={customer.id} onClose={() => setDialog(null)} />}
      {dialog === 'merge' && <MergeDialog customer={customer} onClose={() => setDialog(null)} />}
      {dialog === 'erase' && <EraseDialog customer={customer} onClose={() => setDialog(null)} />}
    </header>
  )
}
