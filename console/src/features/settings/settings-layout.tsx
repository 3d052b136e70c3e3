import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { NavLink, Outlet } from 'react-router'
import { useSession } from '@/lib/session'
import { Skeleton } from '@/ui/load'
import { PageHeader } from '@/ui/page-header'
import './settings.css'

const PAGES: [string, string | null][] = [
  ['general', null], ['attributes', 'SETTINGS_READ'], ['variables', 'CUSTOMERS_READ'], ['keys', 'KEYS_ADMIN'], ['users', 'USERS_ADMIN'], ['audit', 'AUDIT_READ'], ['data', null],
]

export default function SettingsLayout() {
  const { t } = useTranslation('settings')
  const { permissions } = useSession()
  return (
    <>
      <PageHeader title={t('title')} />
      <nav className="tabs" aria-label={t('title')}>
        {PAGES.filter(([, permission]) => permission === null || permissions.includes(permission)).map(([page]) => (
          <NavLink key={page} to={`/settings/${page}`}>{t(`page.${page}`)}</NavLink>
        ))}
      </nav>
      <Suspense fallback={<Skeleton height={300} />}><Outlet /></Suspense>
    </>
  )
}
