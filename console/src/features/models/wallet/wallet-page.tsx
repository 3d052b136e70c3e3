import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '@/lib/format'
import { query } from '@/lib/http'
import { ROUTES, openLink } from '@/lib/routes'
import { useCan, useSession } from '@/lib/session'
import { useUrlState } from '@/lib/url-state'
import { AsOfPicker } from '@/ui/as-of'
import { Card } from '@/ui/card'
import { EmptyState } from '@/ui/empty-state'
import { Figure } from '@/ui/figure'
import { Load, Skeleton } from '@/ui/load'
import { Money } from '@/ui/money'
import { OldData } from '@/ui/old-data'
import { PageHeader } from '@/ui/page-header'
import { Tile } from '@/ui/tile'
import { HeatTable } from '../heat-table'
import { LackOf } from '../lack-of'
import { Spread } from '../spread'
import { useWallet } from './api'
import { AveragesDrawer } from './averages-drawer'
import { Groups } from './groups'
import type { Wallet } from './types'
import '../models.css'

const SHAPE = { asOf: '' }

export default function WalletPage() {
  const { t } = useTranslation('wallet')
  const { t: models } = useTranslation('models')
  const [state, change] = useUrlState(SHAPE)
  const [editing, setEditing] = useState(false)
  const { workspace } = useSession()
  const mayEdit = useCan('MODELS_WRITE')
  const wallet = useWallet(state.asOf)
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} crumb={<Link to={ROUTES.models}>{models('title')}</Link>} actions={<>{mayEdit && wallet.data && <Button onClick={() => setEditing(true)}>{t('averages')}</Button>}<AsOfPicker value={state.asOf} onChange={(asOf) => change({ asOf })} /></>} />
      <OldData asOf={state.asOf} onLook={(asOf) => change({ asOf })} />
      <Load query={wallet} skeleton={<Skeleton height={480} />}>{(data) => <Loaded page={data} asked={state.asOf} />}</Load>
      {editing && wallet.data && <AveragesDrawer settings={wallet.data.settings} currency={wallet.data.currency ?? workspace.currency} onClose={() => setEditing(false)} />}
    </>
  )
}

function Loaded({ page, asked }: { page: Wallet; asked: string }) {
  const { t } = useTranslation('wallet')
  const { t: models } = useTranslation('models')
  const format = useFormat()
  const { workspace } = useSession()
  const currency = page.currency ?? workspace.currency
  if (page.customers === 0) {
    return <EmptyState title={t('empty')} actions={<Link to={`${ROUTES.models}${query({ asOf: asked })}`}><Button type="primary">{models('toModels')}</Button></Link>}><LackOf model="wallet" otherwise={t('emptyHint')} /> <Link to={`${ROUTES.satisfaction}?questions=edit`}>{t('toQuestions')}</Link></EmptyState>
  }
  const room = page.category - page.own
  return (
    <div className="stack">
      <div className="tiles four">
        <Tile name={t('known')} value={format.number(page.customers)} open={page.open} asOf={page.asOf} foot={page.run && models('value.runAsOf', { date: format.moment(page.run.run.asOf) })} />
        <Tile name={t('category')} value={format.moneyShort({ amount: page.category, currency })} />
        <Tile name={t('own')} warm value={format.moneyShort({ amount: page.own, currency })} foot={t('ownFoot', { share: format.percent(page.own / Math.max(1, page.category), 1) })} />
        <Tile name={t('room')} warm value={format.moneyShort({ amount: room, currency })} foot={t('roomFoot', { each: format.money({ amount: Math.round(room / page.customers), currency }) })} />
      </div>
      <div className="columns stretch">
        <Card className="c7" title={t('rooms')} hint={t('roomsHint')}><Spread bins={page.rooms} asOf={page.asOf} currency={currency} label={t('rooms')} /></Card>
        <Card className="c5" title={t('methods')} hint={t('methodsHint')}>
          <ul className="reason-bars">
            {page.known.map((each) => (
              <li key={each.method}>
                <span>{t(`method.${each.method}`)}</span>
                <span><Figure value={each.customers} open={each.customers > 0 ? each.open : null} asOf={page.asOf} label={t(`method.${each.method}`)} /> <Money short of={{ amount: each.headroom, currency }} /></span>
                <span className="bar warm" aria-hidden="true"><i style={{ width: `${(each.headroom / Math.max(1, room)) * 100}%` }} /></span>
              </li>
            ))}
          </ul>
        </Card>
      </div>
      <Card flush title={t('groups.title')} hint={t('groups.hint')}><Groups asOf={page.asOf} currency={currency} /></Card>
      <Card title={t('map')} hint={t('mapHint')}><ShareMap page={page} currency={currency} /></Card>
    </div>
  )
}

const distinct = (numbers: number[]) => [...new Set(numbers)].sort((a, b) => a - b)

function ShareMap({ page, currency }: { page: Wallet; currency: string }) {
  const { t } = useTranslation('wallet')
  const { t: models } = useTranslation('models')
  const format = useFormat()
  const money = (amount: number) => format.moneyShort({ amount, currency })
  const owns = distinct(page.map.map((cell) => cell.ownFrom))
  return (
    <HeatTable
      caption={t('map')} corner={t('corner')}
      columns={owns.map((from, i) => (i + 1 < owns.length ? models('below', { from: money(from), below: money(owns[i + 1] ?? 0) }) : models('from', { from: money(from) })))}
      rows={distinct(page.map.map((cell) => cell.shareFrom)).reverse().map((share) => ({
        name: `${format.percent(share)} – ${format.percent(Math.min(1, share + 0.2))}`,
        cells: page.map.filter((cell) => cell.shareFrom === share).map((cell) => ({
          key: `${cell.shareFrom}-${cell.ownFrom}`, main: format.number(cell.customers), sub: money(cell.headroom), warmth: cell.headroom,
          spoken: t('cell', { customers: format.number(cell.customers), share: format.percent(share), own: money(cell.ownFrom), room: money(cell.headroom) }),
          to: cell.customers > 0 ? openLink(cell.open, page.asOf) : null,
        })),
      }))}
    />
  )
}
