import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '@/lib/format'
import { useLabel } from '@/lib/i18n'
import { ROUTES } from '@/lib/routes'
import { useReading, useScoreSettings, useStandings, type Standing } from '@/lib/scores'
import { useSession } from '@/lib/session'
import { Card } from '@/ui/card'
import { ProblemAlert } from '@/ui/problem-alert'
import { Spark } from '@/ui/spark'
import { When } from '@/ui/when'
import { DealSentence } from './deal-sentence'
import { NextOffers } from './next-offers'

/** What the models say of one customer, in words first. */
export function ScoreCard({ customer, asOf }: { customer: string; asOf: string }) {
  const { t } = useTranslation('models')
  const standings = useStandings(customer, asOf)
  if (standings.isError) return <ProblemAlert error={standings.error} />
  const items = standings.data?.items
  if (!items) return null
  return (
    <Card title={t('card.title')} hint={items.length > 0 ? t('card.hint') : undefined}>
      {items.length === 0
        ? <p className="muted">{t('card.none')} <Link to={ROUTES.models}>{t('toModels')}</Link></p>
        : (
          <div className="stack tight">
            <Sentence items={items} />
            <DealSentence items={items} />
            <NextOffers items={items} />
            {items.map((standing) => <Model key={standing.model} standing={standing} />)}
          </div>
        )}
    </Card>
  )
}

function Sentence({ items }: { items: Standing[] }) {
  const { t } = useTranslation('models')
  const format = useFormat()
  const label = useLabel()
  const { workspace } = useSession()
  const settings = useScoreSettings()
  const figure = (model: string, key: string) => items.find((each) => each.model === model)?.points[0]?.figures.find((reading) => reading.figure === key)
  const number = (model: string, key: string) => figure(model, key)?.number ?? null
  const alive = number('clv', 'pAlive')
  const orders = number('clv', 'expectedOrders')
  const worth = number('clv', 'clv')
  const risk = number('churn', 'risk')
  const overdue = number('churn', 'overdue')
  const percentile = number('clv', 'percentile')
  const share = number('wallet', 'share')
  const room = number('wallet', 'headroom')
  const brought = number('influence', 'joined')
  const reasons = items.find((each) => each.model === 'churn')?.figures.find((spec) => spec.key === 'reason')?.values
  const reason = figure('churn', 'reason')?.text
  const weeks = settings.data?.horizonWeeks
  const cluster = figure('clusters', 'cluster')?.text
  const clusters = items.find((each) => each.model === 'clusters')?.figures.find((spec) => spec.key === 'cluster')?.values
  return (
    <p className="score-sentence">
      {alive !== null && orders !== null && worth !== null && weeks !== undefined && t(alive >= 0.5 ? 'card.likely' : 'card.unlikely', { alive: format.percent(alive), orders: format.number(orders, 1), weeks, worth: format.money({ amount: worth, currency: workspace.currency }) })}
      {percentile !== null && <> {t('card.rank', { percent: Math.max(1, 100 - percentile) })}</>}
      {risk !== null && <> {t('card.risk', { risk: format.percent(risk) })}{reason && risk >= 0.5 ? t('card.because', { reason: label(reasons?.find((word) => word.key === reason)?.label, reason) }) : t('card.stop')}</>}
      {overdue !== null && overdue >= 1 && <> {t('card.overdue', { times: format.number(overdue, 1) })}</>}
      {cluster && <> {t('card.cluster', { cluster: label(clusters?.find((word) => word.key === cluster)?.label, cluster) })}</>}
      {share !== null && room !== null && <> {t('card.wallet', { share: format.percent(share), room: format.money({ amount: Math.round(room), currency: workspace.currency }) })}</>}
      {brought !== null && brought > 0 && <> {t('card.brought', { count: brought, ordered: number('influence', 'ordered') ?? 0 })}</>}
    </p>
  )
}

const TREND: Record<string, string> = { rfm: 'total', clv: 'clv', churn: 'risk', influence: 'rank', wallet: 'share', response: 'index' }

function Model({ standing }: { standing: Standing }) {
  const label = useLabel()
  const read = useReading()
  const now = standing.points[0]
  const trend = standing.points.map((point) => point.figures.find((reading) => reading.figure === TREND[standing.model])?.number).filter((value) => value !== undefined && value !== null).reverse()
  return (
    <details className="score-model">
      <summary>
        <span className="strong">{label(standing.label)}</span>
        <span className="row tight"><Spark values={trend} warm={standing.model === 'clv'} /><span className="muted small"><When at={now?.asOf} /></span></span>
      </summary>
      <dl className="pairs">
        {standing.figures.map((figure) => {
          const reading = now?.figures.find((each) => each.figure === figure.key)
          return reading ? <Pair key={figure.key} name={label(figure.label)} value={read(figure, reading.text ?? reading.number)} /> : null
        })}
      </dl>
    </details>
  )
}

function Pair({ name, value }: { name: string; value: string }) {
  return <><dt>{name}</dt><dd className="num">{value}</dd></>
}
