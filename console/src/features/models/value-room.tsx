import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, NavLink, Outlet, useLocation } from 'react-router'
import { query } from '@/lib/http'
import { ROUTES } from '@/lib/routes'
import { useUrlState } from '@/lib/url-state'
import { AsOfPicker } from '@/ui/as-of'
import { Skeleton } from '@/ui/load'
import { OldData } from '@/ui/old-data'
import { PageHeader } from '@/ui/page-header'
import './models.css'

const SHAPE = { asOf: '' }
const TABS = ['model', 'ways', 'loyalty']

/** What customers are worth: by the model, by plain ways, and by who stays. */
export default function ValueRoom() {
  const { t } = useTranslation('models')
  const [state, change] = useUrlState(SHAPE)
  const here = useLocation().pathname.slice(ROUTES.value.length + 1) || 'model'
  return (
    <>
      <PageHeader title={t('value.title')} lead={t(`value.leads.${here}`, { defaultValue: '' })} crumb={<Link to={ROUTES.models}>{t('title')}</Link>} actions={<AsOfPicker value={state.asOf} onChange={(asOf) => change({ asOf })} />} />
      <nav className="tabs" aria-label={t('value.title')}>
        {TABS.map((tab) => <NavLink key={tab} end to={`${ROUTES.value}${tab === 'model' ? '' : `/${tab}`}${query({ asOf: state.asOf })}`}>{t(`value.tab.${tab}`)}</NavLink>)}
      </nav>
      <OldData asOf={state.asOf} onLook={(asOf) => change({ asOf })} />
      <Suspense fallback={<Skeleton height={480} />}><Outlet /></Suspense>
    </>
  )
}
