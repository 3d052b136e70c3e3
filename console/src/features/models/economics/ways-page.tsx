import { Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ROUTES } from '@/lib/routes'
import { useUrlState } from '@/lib/url-state'
import { Card } from '@/ui/card'
import { EmptyState } from '@/ui/empty-state'
import { Load, Skeleton } from '@/ui/load'
import { LackOf } from '../lack-of'
import { CohortCurves } from './cohort-curves'
import { useWays, type Ways } from './ways-api'
import { WaysTable } from './ways-table'
import './economics.css'

const SHAPE = { asOf: '', discounted: '' }

/** Lifetime value without a model: history, a formula, and what cohorts have brought. */
export default function WaysPage() {
  const [state, change] = useUrlState(SHAPE)
  const ways = useWays({ asOf: state.asOf, discounted: state.discounted || 'false' })
  return <Load query={ways} skeleton={<Skeleton height={480} />}>{(data) => <Loaded page={data} discounted={state.discounted === 'true'} onDiscounted={(on) => change({ discounted: on ? 'true' : '' })} />}</Load>
}

function Loaded({ page, discounted, onDiscounted }: { page: Ways; discounted: boolean; onDiscounted: (on: boolean) => void }) {
  const { t } = useTranslation('ways')
  if (page.customers === 0) return <EmptyState title={t('empty')}>{t('emptyHint')} <Link to={ROUTES.imports}>{t('toImports')}</Link></EmptyState>
  return (
    <div className="stack">
      {!page.model && <p className="badge warn notice">{t('noModel')} <LackOf model="clv" otherwise={t('notRun')} /></p>}
      <WaysTable page={page} />
      {page.average.length > 0 && (
        <Card
          title={t('cohorts')} hint={t('cohortsHint')}
          extra={<label className="row tight"><Switch size="small" checked={discounted} onChange={onDiscounted} aria-label={t('discounted')} /> <span>{t('discounted')}</span></label>}
        >
          <CohortCurves page={page} />
        </Card>
      )}
    </div>
  )
}
