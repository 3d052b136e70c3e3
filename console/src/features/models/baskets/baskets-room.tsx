import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { NavLink, Outlet, useLocation } from 'react-router'
import { query } from '@/lib/http'
import { ROUTES } from '@/lib/routes'
import { useUrlState } from '@/lib/url-state'
import { AsOfPicker } from '@/ui/as-of'
import { Skeleton } from '@/ui/load'
import { OldData } from '@/ui/old-data'
import { PageHeader } from '@/ui/page-header'
import '../models.css'

const SHAPE = { asOf: '' }
const TABS = ['rules', 'sequences', 'repurchase', 'tiers', 'bundles', 'next', 'prices']

/** What is bought together, after one another, again, dearer, as a bundle, next, and at which price. */
export default function BasketsRoom() {
  const { t } = useTranslation('baskets')
  const [state, change] = useUrlState(SHAPE)
  const here = useLocation().pathname.slice(ROUTES.baskets.length + 1) || 'rules'
  return (
    <>
      <PageHeader title={t('title')} lead={t(`lead.${here}`, { defaultValue: '' })} actions={<AsOfPicker value={state.asOf} onChange={(asOf) => change({ asOf })} />} />
      <nav className="tabs" aria-label={t('title')}>
        {TABS.map((tab) => <NavLink key={tab} end to={`${ROUTES.baskets}${tab === 'rules' ? '' : `/${tab}`}${query({ asOf: state.asOf })}`}>{t(`tab.${tab}`)}</NavLink>)}
      </nav>
      <OldData asOf={state.asOf} onLook={(asOf) => change({ asOf })} />
      <Suspense fallback={<Skeleton height={480} />}><Outlet /></Suspense>
    </>
  )
}
