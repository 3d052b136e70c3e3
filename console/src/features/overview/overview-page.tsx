import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '@/lib/format'
import { ROUTES } from '@/lib/routes'
import { useSession } from '@/lib/session'
import { useUrlState } from '@/lib/url-state'
import { AsOfPicker } from '@/ui/as-of'
import { Card } from '@/ui/card'
import { Load, Skeleton } from '@/ui/load'
import { OldData } from '@/ui/old-data'
import { PageHeader } from '@/ui/page-header'
import { ThreeDoors } from '@/ui/three-doors'
import { When } from '@/ui/when'
import { useOverview, type Overview } from './api'
import { Changes } from './changes'
import { NeedsYou } from './needs-you'
import { RevenueByMonth } from './revenue-by-month'
import { Sellers } from './sellers'
import { Stages } from './stages'
import { Tiles } from './tiles'
import './overview.css'

const SHAPE = { asOf: '', compare: '30' }
const PERIODS = ['7', '30', '90', '365']

export default function OverviewPage() {
  const { t } = useTranslation('overview')
  const { workspace } = useSession()
  const [state, change] = useUrlState(SHAPE)
  const overview = useOverview(state.asOf, state.compare)
  const empty = overview.data?.customers.value === 0 && !state.asOf
  const { t: start } = useTranslation('start')
  return (
    <>
      <PageHeader
        title={empty ? start('title') : t('title')}
        lead={empty ? start('lead') : <Freshness overview={overview.data} name={workspace.name} />}
        actions={empty ? undefined : (
          <>
            <Segmented aria-label={t('period')} value={state.compare} onChange={(compare) => change({ compare })} options={PERIODS.map((value) => ({ value, label: t('days', { count: Number(value) }) }))} />
            <AsOfPicker value={state.asOf} onChange={(asOf) => change({ asOf })} />
          </>
        )}
      />
      {!empty && <OldData asOf={state.asOf} onLook={(asOf) => change({ asOf })} />}
      <Load query={overview} skeleton={<div className="stack"><Skeleton height={116} /><Skeleton height={320} /></div>}>
        {(data) => (empty ? <ThreeDoors /> : <Loaded overview={data} />)}
      </Load>
    </>
  )
}

function Freshness({ overview, name }: { overview: Overview | undefined; name: string }) {
  const { t } = useTranslation('overview')
  const format = useFormat()
  if (!overview) return <>{name}</>
  const { lastFactAt, lagMillis, facts } = overview.freshness
  return (
    <span className="freshness">
      <span className={`pulse ${lagMillis > 10_000 ? 'late' : ''}`} aria-hidden="true" />
      {name} · {lastFactAt ? <>{t('lastFact')} <When at={lastFactAt} as="relative" /></> : t('noFact')} · {t('facts', { shown: format.number(facts) })} · {t('lag', { seconds: format.number(lagMillis / 1000, 1) })}
    </span>
  )
}

/** Money that cannot be summed is said, not swallowed. */
function Unrated({ overview }: { overview: Overview }) {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const { workspace } = useSession()
  if (!overview.unratedOrders) return null
  return (
    <p className="notice-line">
      {t('unrated', { count: overview.unratedOrders, shown: format.number(overview.unratedOrders), currency: overview.currency ?? workspace.currency })}{' '}
      <Link to={ROUTES.settings}>{t('setRates')}</Link>
    </p>
  )
}

function Loaded({ overview }: { overview: Overview }) {
  const { t } = useTranslation('overview')
  return (
    <div className="stack">
      <Tiles overview={overview} />
      <Unrated overview={overview} />
      <div className="columns stretch">
        <Card className="c8" title={t('revenue.title')} hint={t('revenue.hint')}><RevenueByMonth overview={overview} /></Card>
        <Card className="c4" title={t('needs.title')}><NeedsYou items={overview.needsYou} /></Card>
      </div>
      <div className="columns stretch">
        <Card className="c5" title={t('stages.title')} hint={t('stages.hint')}><Stages stages={overview.stages} asOf={overview.asOf} /></Card>
        <Card className="c7" title={t('changes.title')} hint={t('changes.hint', { days: overview.days })}><Changes changes={overview.changes} asOf={overview.asOf} /></Card>
      </div>
      <Sellers overview={overview} />
    </div>
  )
}
