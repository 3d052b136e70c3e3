import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '@/lib/format'
import { query } from '@/lib/http'
import { ROUTES, openLink } from '@/lib/routes'
import { useSession } from '@/lib/session'
import { useUrlState } from '@/lib/url-state'
import { Card } from '@/ui/card'
import { EmptyState } from '@/ui/empty-state'
import { Figure } from '@/ui/figure'
import { Load, Skeleton } from '@/ui/load'
import { Tile } from '@/ui/tile'
import { HeatTable } from '../heat-table'
import { LackOf } from '../lack-of'
import { useResponse } from './api'
import { DealMonths } from './deal-months'
import { Forest } from './forest'
import { Promotions } from './promotions'
import type { Response } from './types'
import '../models.css'
import './response.css'

const SHAPE = { asOf: '' }

/** How units answer to prices and promotions, and who waits for a deal. */
export default function ResponsePage() {
  const [state] = useUrlState(SHAPE)
  const response = useResponse(state.asOf)
  return <Load query={response} skeleton={<Skeleton height={480} />}>{(data) => <Loaded page={data} asked={state.asOf} />}</Load>
}

function Loaded({ page, asked }: { page: Response; asked: string }) {
  const { t } = useTranslation('response')
  const { t: models } = useTranslation('models')
  const format = useFormat()
  const { demands } = page
  if (demands.items === 0) return <EmptyState title={t('empty')} actions={<Link to={ROUTES.imports}><Button type="primary">{t('toImports')}</Button></Link>}>{t('emptyHint')}</EmptyState>
  const seekers = page.classes.find((each) => each.kind === 'seeker')
  return (
    <div className="stack">
      <div className="tiles four">
        <Tile name={t('share')} value={format.percent(demands.deals / demands.items, 1)} foot={t('shareFoot', { deals: format.number(demands.deals), items: format.number(demands.items) })} />
        <Tile name={t('customers')} value={page.customers > 0 ? format.number(page.customers) : '–'} open={page.customers > 0 ? page.open : null} asOf={page.asOf} foot={page.run && models('value.runAsOf', { date: format.moment(page.run.run.asOf) })} />
        <Tile name={t('seekers')} warm value={seekers && page.customers > 0 ? format.number(seekers.customers) : '–'} open={seekers && seekers.customers > 0 ? seekers.open : null} asOf={page.asOf} foot={t('seekersFoot')} />
        <Tile name={t('elasticity')} value={demands.price ? format.number(demands.price.value, 2) : '–'} foot={demands.price ? t('interval', { low: format.number(demands.price.low, 1), high: format.number(demands.price.high, 1) }) : t('elasticityNone')} />
      </div>
      {demands.listed === 0 && <p className="badge warn notice">{t('noDiscounts')} <Link to={ROUTES.imports}>{t('toImports')}</Link></p>}
      <Card flush title={t('forest')} hint={t('forestHint', { products: demands.leastProducts })}><Forest page={page} /></Card>
      <Card flush title={t('promotions')} hint={t('promotionsHint')}><Promotions page={page} /></Card>
      {page.customers === 0
        ? <EmptyState title={t('noScores')} actions={<Link to={`${ROUTES.models}${query({ asOf: asked })}`}><Button type="primary">{models('toModels')}</Button></Link>}><LackOf model="response" otherwise={t('noScoresHint')} /></EmptyState>
        : (
          <div className="columns stretch">
            <Card className="c5" title={t('classes')} hint={t('classesHint')}><Classes page={page} /></Card>
            <Card className="c7" title={t('map')} hint={t('mapHint')}><WorthMap page={page} /></Card>
          </div>
        )}
      <Card title={t('months')} hint={t('monthsHint')}><DealMonths page={page} /></Card>
    </div>
  )
}

function Classes({ page }: { page: Response }) {
  const { t } = useTranslation('response')
  const format = useFormat()
  const most = Math.max(1, ...page.classes.map((each) => each.customers))
  return (
    <ul className="reason-bars">
      {page.classes.map((each) => (
        <li key={each.kind}>
          <span>{t(`class.${each.kind}`)} <span className="muted small block">{t(`classIs.${each.kind}`)}</span></span>
          <span>
            <Figure value={each.customers} open={each.customers > 0 ? each.open : null} asOf={page.asOf} label={t(`class.${each.kind}`)} />{' '}
            <span className="muted small">{each.customers > 0 && t('onDeal', { share: format.percent(each.share) })}</span>
          </span>
          <span className="bar" aria-hidden="true"><i style={{ width: `${(each.customers / most) * 100}%` }} /></span>
        </li>
      ))}
    </ul>
  )
}

const distinct = (numbers: number[]) => [...new Set(numbers)].sort((a, b) => a - b)

function WorthMap({ page }: { page: Response }) {
  const { t } = useTranslation('response')
  const { t: models } = useTranslation('models')
  const format = useFormat()
  const { workspace } = useSession()
  const money = (amount: number) => format.moneyShort({ amount, currency: page.currency ?? workspace.currency })
  const edges = distinct(page.map.map((cell) => cell.spentFrom))
  const columns = edges.map((from, i) => (i + 1 < edges.length ? models('below', { from: money(from), below: money(edges[i + 1] ?? 0) }) : models('from', { from: money(from) })))
  const kinds = [...new Set(page.map.map((cell) => cell.kind))]
  return (
    <HeatTable
      caption={t('map')} corner={t('corner')} columns={columns}
      rows={kinds.map((kind) => ({
        name: t(`class.${kind}`),
        cells: page.map.filter((cell) => cell.kind === kind).map((cell) => ({
          key: `${kind}-${cell.spentFrom}`, main: format.number(cell.customers), sub: money(cell.spent), warmth: cell.customers,
          spoken: t('cell', { kind: t(`class.${kind}`), spent: money(cell.spentFrom) }),
          to: cell.customers > 0 ? openLink(cell.open, page.asOf) : null,
        })),
      }))}
    />
  )
}
