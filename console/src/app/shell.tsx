import { MenuOutlined } from '@ant-design/icons'
import { useIsFetching } from '@tanstack/react-query'
import { Drawer } from 'antd'
import { Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Outlet, ScrollRestoration, useLocation } from 'react-router'
import { useSession } from '@/lib/session'
import { Skeleton } from '@/ui/load'
import { Logo } from '@/ui/logo'
import { JobBell } from './job-bell'
import { HOME, ROOMS, allowed, isHere, type Place } from './navigation'
import { Outage } from './outage'
import { QuickSearch } from './quick-search'
import { SideNav } from './side-nav'
import { UserMenu } from './user-menu'

function useFocusOnNewPage(path: string) {
  const first = useRef(true)
  useEffect(() => {
    if (first.current) {
      first.current = false
      return
    }
    document.getElementById('page-title')?.focus({ preventScroll: true })
  }, [path])
}

function Dock({ onMore }: { onMore: () => void }) {
  const { t } = useTranslation('shell')
  const { pathname } = useLocation()
  const { permissions } = useSession()
  const places = ROOMS.flatMap((room) => room.places)
  const docked: Place[] = [HOME, ...places.filter(({ key }) => ['customers', 'rfm', 'imports'].includes(key))]
  return (
    <nav className="dock" aria-label={t('dock')}>
      {docked.filter((place) => allowed(place, permissions)).map((place) => (
        <Link key={place.key} to={place.to} aria-current={isHere(place, pathname) ? 'page' : undefined}>
          <span aria-hidden="true">{place.icon}</span>
          {t(`place.${place.key}`)}
        </Link>
      ))}
      <button type="button" onClick={onMore}><MenuOutlined aria-hidden="true" />{t('more')}</button>
    </nav>
  )
}

export function Shell() {
  const { t } = useTranslation('shell')
  const { pathname } = useLocation()
  const [open, setOpen] = useState(false)
  const session = useSession()
  const fetching = useIsFetching({ predicate: (query) => query.queryKey[0] !== 'jobs' }) > 0
  useFocusOnNewPage(pathname)
  const [path, setPath] = useState(pathname)
  if (path !== pathname) {
    setPath(pathname)
    setOpen(false)
  }
  return (
    <div className="shell">
      <a className="skip" href="#main">{t('skip')}</a>
      <aside className="side">
        <SideNav />
      </aside>
      <header className="top">
        <Link to="/" className="top-logo" aria-label="Millrace"><Logo size={30} /></Link>
        <QuickSearch />
        <div className="top-tools">
          {session.sample && <Link to="/settings/data" className="badge warm sample-badge"><span className="dot" />{t('sample')}</Link>}
          <JobBell />
          <UserMenu />
        </div>
        <div className={`flow ${fetching ? 'on' : ''}`} aria-hidden="true" />
      </header>
      <main id="main" className="main" tabIndex={-1}>
        <Outage />
        <Suspense fallback={<Skeleton height={320} />}>
          <Outlet />
        </Suspense>
      </main>
      <Dock onMore={() => setOpen(true)} />
      <Drawer open={open} onClose={() => setOpen(false)} placement="left" size={272} className="nav-drawer" title={t('menu')} styles={{ body: { padding: 0 } }}>
        <SideNav />
      </Drawer>
      <ScrollRestoration />
    </div>
  )
}
