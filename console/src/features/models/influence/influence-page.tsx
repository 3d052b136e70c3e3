import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shortId, useFormat } from '@/lib/format'
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
import { Lorenz } from '../lorenz'
import { useInfluence } from './api'
import { Candidates } from './candidates'
import { RuleDrawer } from './rule-drawer'
import { TreePicture } from './tree-picture'
import type { Influence, InfluenceView } from './types'
import '../models.css'
import './influence.css'

const SHAPE = { asOf: '' }

export default function InfluencePage() {
  const { t } = useTranslation('influence')
  const [state, change] = useUrlState(SHAPE)
  const influence = useInfluence(state.asOf)
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={<AsOfPicker value={state.asOf} onChange={(asOf) => change({ asOf })} />} />
      <OldData asOf={state.asOf} onLook={(asOf) => change({ asOf })} />
      <Load query={influence} skeleton={<Skeleton height={480} />}>{(data) => <Loaded view={data} />}</Load>
    </>
  )
}

function Loaded({ view }: { view: InfluenceView }) {
  const { t } = useTranslation('influence')
  const format = useFormat()
  const { workspace } = useSession()
  const page = view.page
  if (page.sharers === 0) return <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>
  const currency = page.currency ?? workspace.currency
  const step = (key: string) => page.funnel.find((each) => each.key === key) ?? { people: 0, customers: 0, open: '' }
  const names = new Map(view.customers.map((each) => [each.customer.replace(/^cus_/, ''), each.name ?? each.identities[0]?.masked]))
  const called = (customer: string) => names.get(customer) ?? shortId(customer)
  const rate = (key: string) => t('rate', { share: format.percent(step(key).people / Math.max(1, step('invited').people), 1) })
  return (
    <div className="stack">
      <div className="tiles four">
        <Tile name={t('sharers')} value={format.number(page.sharers)} open={page.open} asOf={page.asOf} />
        <Tile name={t('joined')} value={format.number(step('joined').people)} open={step('joined').open} asOf={page.asOf} foot={rate('joined')} />
        <Tile name={t('ordered')} value={format.number(step('ordered').people)} open={step('ordered').open} asOf={page.asOf} foot={rate('ordered')} />
        <Tile name={t('value')} warm value={format.moneyShort({ amount: page.value, currency })} foot={t('valueFoot', { each: format.money({ amount: Math.round(page.value / Math.max(1, step('joined').people)), currency }) })} />
      </div>
      <div className="columns stretch">
        <Card className="c6" title={t('funnel')} hint={t('funnelHint')}><Funnel page={page} /></Card>
        <Roles page={page} currency={currency} />
      </div>
      {page.trees.length > 0 && <Card title={t('trees')} hint={t('treesHint')}><ul className="referral-trees">{page.trees.map((tree) => <TreePicture key={tree.root} tree={tree} who={called(tree.root)} asOf={page.asOf} />)}</ul></Card>}
      {page.gini !== null && (
        <Card title={t('curve')} hint={t('curveHint', { gini: format.number(page.gini, 2) })}>
          <Lorenz
            label={t('curve')} value={{ curve: page.curve.map((point) => ({ ...point, customers: point.sharers, people: point.customers })) }}
            more={{ key: 'who', title: t('who'), end: true, render: (point) => <Figure value={point.people} open={point.open} asOf={page.asOf} /> }}
          />
        </Card>
      )}
      <Candidates page={page} currency={currency} called={called} />
    </div>
  )
}

function Funnel({ page }: { page: Influence }) {
  const { t } = useTranslation('influence')
  const format = useFormat()
  const most = Math.max(1, ...page.funnel.map((each) => each.people))
  return (
    <>
      <ul className="reason-bars">
        {page.funnel.map((each) => (
          <li key={each.key}>
            <span>{t(`step.${each.key}`)}</span>
            <span>
              <Figure value={each.customers} open={each.open} asOf={page.asOf} label={t(`step.${each.key}`)} />
              {each.people > each.customers && <span className="muted num"> / {format.number(each.people)}</span>}
              <span className="muted num small"> {format.percent(each.people / most, 1)}</span>
            </span>
            <span className="bar" aria-hidden="true"><i style={{ width: `${(each.people / most) * 100}%` }} /></span>
          </li>
        ))}
      </ul>
      <p className="muted small">{t('unknown', { people: format.number(page.unknown) })}{page.loops + page.cycles > 0 && <><br />{t('left', { loops: format.number(page.loops), cycles: format.number(page.cycles) })}</>}</p>
    </>
  )
}

function Roles({ page, currency }: { page: Influence; currency: string }) {
  const { t } = useTranslation('influence')
  const format = useFormat()
  const mayEdit = useCan('MODELS_WRITE')
  const [editing, setEditing] = useState(false)
  const most = Math.max(1, ...page.roles.map((each) => each.carried))
  const { rule } = page
  return (
    <Card className="c6" title={t('roles')} hint={t('rolesHint', { reach: format.number(rule.kolReach), ordered: format.number(rule.kocOrdered), conversion: format.percent(rule.kocConversion) })} extra={mayEdit && <Button size="small" onClick={() => setEditing(true)}>{t('editRule')}</Button>}>
      <ul className="reason-bars">
        {page.roles.map((each) => (
          <li key={each.role}>
            <span>{t(`role.${each.role}`)}</span>
            <span><Figure value={each.customers} open={each.open} asOf={page.asOf} label={t(`role.${each.role}`)} /> <Money short of={{ amount: each.carried, currency }} /></span>
            <span className="bar warm" aria-hidden="true"><i style={{ width: `${(each.carried / most) * 100}%` }} /></span>
          </li>
        ))}
      </ul>
      {editing && <RuleDrawer rule={rule} onClose={() => setEditing(false)} />}
    </Card>
  )
}
