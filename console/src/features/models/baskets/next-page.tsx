import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '@/lib/format'
import { query } from '@/lib/http'
import { ROUTES } from '@/lib/routes'
import { useCan } from '@/lib/session'
import { useUrlState } from '@/lib/url-state'
import { Card } from '@/ui/card'
import { DataTable } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { Figure } from '@/ui/figure'
import { Load, Skeleton } from '@/ui/load'
import { Tile } from '@/ui/tile'
import { LackOf } from '../lack-of'
import { useNext } from './api'
import { NeverDrawer } from './never-drawer'
import { NextProof } from './next-proof'
import type { Next } from './types'
import '../models.css'

const SHAPE = { asOf: '' }

/** What to offer to whom next, and how often such offers were bought. */
export default function NextPage() {
  const [state] = useUrlState(SHAPE)
  const next = useNext(state.asOf)
  const { t } = useTranslation('baskets')
  const mayEdit = useCan('MODELS_WRITE')
  const [editing, setEditing] = useState(false)
  return (
    <>
      {mayEdit && <div className="row"><Button onClick={() => setEditing(true)}>{t('never.open')}</Button></div>}
      <Load query={next} skeleton={<Skeleton height={480} />}>{(data) => <Loaded next={data} asked={state.asOf} />}</Load>
      {editing && <NeverDrawer onClose={() => setEditing(false)} />}
    </>
  )
}

function Loaded({ next, asked }: { next: Next; asked: string }) {
  const { t } = useTranslation('baskets')
  const { t: models } = useTranslation('models')
  const format = useFormat()
  if (next.customers === 0) {
    return <EmptyState title={t('next.empty')} actions={<Link to={`${ROUTES.models}${query({ asOf: asked })}`}><Button type="primary">{models('toModels')}</Button></Link>}><LackOf model="next" otherwise={t('next.emptyHint')} /></EmptyState>
  }
  const report = next.run?.report
  const used = report?.qualities.find((one) => one.method === report.method)
  return (
    <div className="stack">
      <div className="tiles three">
        <Tile name={t('next.customers')} value={format.number(next.customers)} open={next.open} asOf={next.asOf} foot={t('next.reasoned', { share: format.percent(next.reasoned / next.customers) })} />
        {used && report && <Tile name={t('next.hit')} value={format.percent(used.hit3, 1)} foot={t('next.hitFoot', { chance: format.percent(report.chance.hit3, 1) })} />}
        {report && <Tile name={t('next.offered')} value={format.number(report.offered)} foot={<>{t('next.offeredFoot', { products: format.number(report.products), days: report.recentDays })}{report.barred ? ` ${t('never.barred', { barred: format.number(report.barred) })}` : ''}</>} />}
      </div>
      {report && <NextProof report={report} />}
      <div className="columns">
        <Card flush className="c8" title={t('next.products')} hint={next.more > 0 ? t('next.more', { count: next.more }) : t('next.productsHint')}>
          <DataTable
            label={t('next.products')} rows={next.products} rowKey={(row) => row.product.key}
            columns={[
              { key: 'product', title: t('next.product'), card: 'lead', render: (row) => <span>{row.product.name}{row.category && <span className="muted small block">{row.category}</span>}</span> },
              { key: 'first', title: t('next.first'), end: true, render: (row) => <Figure value={row.first} open={row.openFirst} asOf={next.asOf} label={`${t('next.first')}: ${row.product.name}`} /> },
              { key: 'any', title: t('next.any'), end: true, render: (row) => <Figure value={row.any} open={row.openAny} asOf={next.asOf} label={`${t('next.any')}: ${row.product.name}`} /> },
              { key: 'because', title: t('next.because'), render: (row) => (row.because ? <span>{row.because.key === row.product.key ? t('next.itself') : row.because.name} (<Figure value={row.becauseCustomers} open={row.openBecause} asOf={next.asOf} label={row.because.name} />)</span> : <span className="muted">{row.first > 0 ? t('next.popular') : '–'}</span>) },
            ]}
          />
        </Card>
        <Card className="c4" title={t('next.categories')} hint={t('next.categoriesHint')}><Categories next={next} /></Card>
      </div>
    </div>
  )
}

function Categories({ next }: { next: Next }) {
  const { t } = useTranslation('baskets')
  const most = Math.max(1, ...next.categories.map((each) => each.customers))
  if (next.categories.length === 0) return <p className="muted">{t('next.noCategories')}</p>
  return (
    <ul className="reason-bars">
      {next.categories.map((each) => (
        <li key={each.category}>
          <span>{each.category}</span>
          <Figure value={each.customers} open={each.open} asOf={next.asOf} label={each.category} />
          <span className="bar" aria-hidden="true"><i style={{ width: `${(each.customers / most) * 100}%` }} /></span>
        </li>
      ))}
    </ul>
  )
}
