import { PlayCircleOutlined, SettingOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '@/lib/format'
import { query } from '@/lib/http'
import { ROUTES } from '@/lib/routes'
import { useCan, useSession } from '@/lib/session'
import { useUrlState } from '@/lib/url-state'
import { Card } from '@/ui/card'
import { EmptyState } from '@/ui/empty-state'
import { Load, Skeleton } from '@/ui/load'
import { ProblemAlert } from '@/ui/problem-alert'
import { Tile } from '@/ui/tile'
import { useModels, useStart, useValue } from './api'
import { Differences } from './differences'
import { DifferencesDrawer } from './differences-drawer'
import { Dimensions } from './dimensions'
import { useWays } from './economics/ways-api'
import { WaysTable } from './economics/ways-table'
import { ExpectedMap } from './expected-map'
import { Lorenz } from './lorenz'
import { LackOf } from './lack-of'
import { Proof } from './proof'
import { RunProgress } from './run-progress'
import { Spread } from './spread'
import type { Value } from './types'
import { WorthMap } from './worth-map'

const SHAPE = { asOf: '' }

export default function ValuePage() {
  const { t } = useTranslation('models')
  const [state] = useUrlState(SHAPE)
  const [choosing, setChoosing] = useState(false)
  const running = useModels().data?.items.find((card) => card.model === 'clv')?.running ?? null
  const value = useValue(state.asOf, running !== null)
  const start = useStart()
  const mayRun = useCan('MODELS_WRITE')
  const run = () => start.mutate({ model: 'clv', asOf: state.asOf })
  return (
    <div className="stack">
      {mayRun && (
        <div className="row">
          <Button icon={<SettingOutlined />} disabled={!value.data} onClick={() => setChoosing(true)}>{t('covariate.choose')}</Button>
          <Button type="primary" icon={<PlayCircleOutlined />} disabled={running !== null} onClick={run}>{t('run')}</Button>
        </div>
      )}
      {start.isError && <ProblemAlert error={start.error} />}
      {running?.job && <RunProgress job={running.job} />}
      <Load query={value} skeleton={<Skeleton height={480} />}>
        {(data) => (
          <>
            <Loaded value={data} asked={state.asOf} />
            {choosing && <DifferencesDrawer offered={data.covariates} onRun={run} onClose={() => setChoosing(false)} />}
          </>
        )}
      </Load>
    </div>
  )
}

function Loaded({ value, asked }: { value: Value; asked: string }) {
  const { t } = useTranslation('models')
  const format = useFormat()
  const { workspace } = useSession()
  const currency = value.currency ?? workspace.currency
  if (value.customers === 0) {
    return (
      <div className="stack">
        <EmptyState title={t('value.empty')} actions={<Link to={`${ROUTES.models}${query({ asOf: asked })}`}><Button type="primary">{t('toModels')}</Button></Link>}><LackOf model="clv" otherwise={t('value.emptyHint')} /></EmptyState>
        <PlainFallback asked={asked} />
      </div>
    )
  }
  const report = value.run?.report
  const orders = value.expected.reduce((sum, cell) => sum + cell.orders * cell.customers, 0)
  const alive = value.alive.reduce((sum, bin) => sum + bin.sum, 0)
  const weeks = report?.horizonWeeks ?? 0
  return (
    <div className="stack">
      <div className="tiles four">
        <Tile name={t('value.scored')} value={format.number(value.customers)} open={value.open} asOf={value.asOf} foot={value.run && t('value.runAsOf', { date: format.moment(value.run.run.asOf) })} />
        <Tile name={t('value.total', { weeks })} warm value={format.moneyShort({ amount: value.total, currency })} foot={t('value.each', { money: format.money({ amount: Math.round(value.total / value.customers), currency }) })} />
        <Tile name={t('value.alive')} value={format.percent(alive / value.customers, 1)} foot={t('value.aliveFoot', { count: format.number(alive) })} />
        <Tile name={t('value.orders', { weeks })} value={format.number(orders)} foot={t('value.ordersFoot', { each: format.number(orders / value.customers, 2) })} />
      </div>
      <div className="columns stretch">
        <Card className="c7" title={t('value.spread')} hint={t('value.spreadHint')}><Spread bins={value.values} asOf={value.asOf} currency={currency} label={t('value.spread')} /></Card>
        <Card className="c5" title={t('value.lorenz')} hint={value.gini === null ? undefined : t('value.gini', { gini: format.number(value.gini, 2) })}><Lorenz value={value} /></Card>
      </div>
      <Card title={t('worth.title')} hint={t('worth.hint')}><WorthMap value={value} currency={currency} /></Card>
      <Card title={t('dimension.title')} hint={t('dimension.hint', { weeks })}><Dimensions value={value} currency={currency} /></Card>
      <Card title={t('expected.title', { weeks })} hint={t('expected.hint')}>{value.expected.some((cell) => cell.customers > 0) ? <ExpectedMap value={value} /> : <p className="muted">{t('expected.runAgain')}</p>}</Card>
      {report?.covariates && <Differences told={report.covariates} report={report} value={value} />}
      {report && value.run && <Proof report={report} parameters={value.run.parameters ?? []} currency={currency} />}
    </div>
  )
}

/** What can be said without the model. */
function PlainFallback({ asked }: { asked: string }) {
  const ways = useWays({ asOf: asked })
  return ways.data && ways.data.customers > 0 ? <WaysTable page={ways.data} /> : null
}
