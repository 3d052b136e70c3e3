import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { useSession } from '@/lib/session'
import { Logo } from '@/ui/logo'
import { HOME, ROOMS, SETTINGS, allowed, isHere, type Place } from './navigation'

function Item({ place }: { place: Place }) {
  const { t } = useTranslation('shell')
  const { pathname } = useLocation()
  return (
    <li>
      <Link to={place.to} aria-current={isHere(place, pathname) ? 'page' : undefined}>
        <span className="icon" aria-hidden="true">{place.icon}</span>
        {t(`place.${place.key}`)}
      </Link>
    </li>
  )
}

/** The loop as navigation; a room without content yet is absent. */
export function SideNav() {
  const { t } = useTranslation('shell')
  const { permissions, workspace } = useSession()
  return (
    <div className="side-nav">
      <Link to="/" className="brand">
        <Logo size={34} onDark />
        <span className="brand-text"><b>Millrace</b><small>{workspace.name === 'Millrace' ? t('tagline') : workspace.name}</small></span>
      </Link>
      <nav aria-label={t('rooms')}>
        <ul><Item place={HOME} /></ul>
        {ROOMS.map((room) => {
          const places = room.places.filter((place) => allowed(place, permissions))
          if (places.length === 0) return null
          return (
            <div key={room.key} className="room">
              <p className="room-name" id={`room-${room.key}`}>{t(`room.${room.key}`)}</p>
              <ul aria-labelledby={`room-${room.key}`}>{places.map((place) => <Item key={place.key} place={place} />)}</ul>
            </div>
          )
        })}
        <ul className="last"><Item place={SETTINGS} /></ul>
      </nav>
    </div>
  )
}
