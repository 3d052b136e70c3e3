import { PlayCircleOutlined, SettingOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '@/lib/format'
import { ROUTES } from '@/lib/routes'
import { useCan } from '@/lib/session'
import { useUrlState } from '@/lib/url-state'
import { AsOfPicker } from '@/ui/as-of'
import { Card } from '@/ui/card'
import { EmptyState } from '@/ui/empty-state'
import { Load, Skeleton } from '@/ui/load'
import { OldData } from '@/ui/old-data'
import { PageHeader } from '@/ui/page-header'
import { ProblemAlert } from '@/ui/problem-alert'
import { Tile } from '@/ui/tile'
import { useModels, useStart } from '../api'
import { LackOf } from '../lack-of'
import { RunProgress } from '../run-progress'
import { useClusters, type ClusterPage } from './api'
import { Cloud } from './cloud'
import { ClusterCards } from './cluster-cards'
import { FeaturesDrawer } from './features-drawer'
import { HowMany } from './how-many'
import '../models.css'
import './clusters.css'

const SHAPE = { asOf: '' }

/** Below this mean silhouette there is no structure to speak of (Kaufman and Rousseeuw 1990). */
const STRUCTURE = 0.25

/** Customers in groups of those who buy alike. */
export default function ClustersPage() {
  const { t } = useTranslation('clusters')
  const [state, change] = useUrlState(SHAPE)
  const [choosing, setChoosing] = useState(false)
  const running = useModels().data?.items.find((card) => card.model === 'clusters')?.running ?? null
  const clusters = useClusters(state.asOf, running !== null)
  const start = useStart()
  const mayRun = useCan('MODELS_WRITE')
  const run = () => start.mutate({ model: 'clusters', asOf: state.asOf })
  return (
    <>
      <PageHeader
        title={t('title')} lead={t('lead')} crumb={<Link to={ROUTES.models}>{t('models')}</Link>}
        actions={(
          <>
            <AsOfPicker value={state.asOf} onChange={(asOf) => change({ asOf })} />
            {mayRun && <Button icon={<SettingOutlined />} disabled={!clusters.data} onClick={() => setChoosing(true)}>{t('choose')}</Button>}
            {mayRun && <Button type="primary" icon={<PlayCircleOutlined />} disabled={running !== null} onClick={run}>{t('run')}</Button>}
          </>
        )}
      />
      <OldData asOf={state.asOf} onLook={(asOf) => change({ asOf })} />
      {start.isError && <ProblemAlert error={start.error} />}
      {running?.job && <RunProgress job={running.job} />}
      <Load query={clusters} skeleton={<Skeleton height={480} />}>
        {(data) => (
          <>
            <Loaded page={data} />
            {choosing && <FeaturesDrawer offered={data.offered} onRun={run} onClose={() => setChoosing(false)} />}
          </>
        )}
      </Load>
    </>
  )
}

function Loaded({ page }: { page: ClusterPage }) {
  const { t } = useTranslation('clusters')
  const format = useFormat()
  const report = page.run?.report
  if (page.customers === 0 || !report) {
    return <EmptyState title={t('empty')}><LackOf model="clusters" otherwise={t('emptyHint')} /></EmptyState>
  }
  const chosen = report.choice.rows.find((row) => row.k === report.choice.k)
  return (
    <div className="stack">
      <div className="tiles four">
        <Tile name={t('customers')} value={format.number(page.customers)} open={page.open} asOf={page.asOf} foot={t('ran', { date: format.date(page.run!.run.asOf) })} />
        <Tile name={t('count')} value={format.number(report.clusters.length)} foot={t(`why.${report.choice.why}`)} />
        <Tile name={t('silhouette')} value={chosen ? format.number(chosen.silhouette, 2) : '–'} foot={t('silhouetteFoot')} />
        <Tile name={t('stability')} value={chosen ? format.number(chosen.weakest, 2) : '–'} foot={t('stabilityFoot', { from: format.number(report.choice.stableFrom, 1) })} />
      </div>
      {chosen && chosen.silhouette < STRUCTURE && <p className="badge warn notice">{t('noStructure')}</p>}
      {chosen && chosen.weakest < report.choice.stableFrom && <p className="badge warn notice">{t('notStable')}</p>}
      <ClusterCards page={page} report={report} />
      <div className="columns stretch">
        <Card className="c6" title={t('cloud')} hint={t('cloudHint', { points: format.number(report.picture.points.length), share: format.percent((report.picture.shares[0] ?? 0) + (report.picture.shares[1] ?? 0)) })}><Cloud page={page} report={report} /></Card>
        <Card className="c6" title={t('howMany')} hint={t('howManyHint', { looked: format.number(report.choice.looked), all: format.number(report.customers), resamples: report.choice.resamples })}><HowMany choice={report.choice} /></Card>
      </div>
    </div>
  )
}
