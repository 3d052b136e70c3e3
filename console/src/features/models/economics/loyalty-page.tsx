import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '@/lib/format'
import { ROUTES } from '@/lib/routes'
import { useCan, useSession } from '@/lib/session'
import { useUrlState } from '@/lib/url-state'
import { Card } from '@/ui/card'
import { EmptyState } from '@/ui/empty-state'
import { Load, Skeleton } from '@/ui/load'
import { Tile } from '@/ui/tile'
import { useEconomics } from './api'
import { IfMoreStayed } from './if-more-stayed'
import { KeptCurve } from './kept-curve'
import { Levers } from './levers'
import { ProfitBars } from './profit-bars'
import { RatesDrawer } from './rates-drawer'
import type { Economics } from './types'
import './economics.css'

const SHAPE = { asOf: '', every: '' }

/** Who stays, what a customer brings in each year, and what it would be worth if more stayed. */
export default function LoyaltyPage() {
  const { t } = useTranslation('economics')
  const [state, change] = useUrlState(SHAPE)
  const [editing, setEditing] = useState(false)
  const { workspace } = useSession()
  const mayEdit = useCan('MODELS_WRITE')
  const economics = useEconomics(state)
  return (
    <>
      <div className="filters">
        <Segmented size="small" aria-label={t('every')} value={economics.data?.every ?? 'year'} onChange={(every) => change({ every })} options={['year', 'half', 'quarter'].map((value) => ({ value, label: t(`by.${value}`) }))} />
        {mayEdit && economics.data && <Button size="small" onClick={() => setEditing(true)}>{t('rates')}</Button>}
      </div>
      <Load query={economics} skeleton={<Skeleton height={480} />}>{(data) => <Loaded page={data} onRates={() => setEditing(true)} />}</Load>
      {editing && economics.data && <RatesDrawer settings={economics.data.settings} currency={economics.data.currency ?? workspace.currency} onClose={() => setEditing(false)} />}
    </>
  )
}

function Loaded({ page, onRates }: { page: Economics; onRates: () => void }) {
  const { t } = useTranslation('economics')
  const { workspace } = useSession()
  const currency = page.currency ?? workspace.currency
  if (page.customers === 0) return <EmptyState title={t('empty')}>{t('emptyHint')} <Link to={ROUTES.imports}>{t('toImports')}</Link></EmptyState>
  const profit = page.rates.marginFrom === 'revenue' ? 'revenue' : 'profit'
  return (
    <div className="stack">
      <Figures page={page} currency={currency} />
      {profit === 'revenue' && <p className="badge warn notice">{t('onlyRevenue')}</p>}
      {!page.overall && <p className="badge warn notice">{t(`tooYoung.${page.every}`)}</p>}
      {page.periods.length > 0 && (
        <div className="columns stretch">
          <Card className="c7" title={t(`${profit}.title.${page.every}`)} hint={t(`${profit}.hint`)}><ProfitBars page={page} currency={currency} /></Card>
          <Card className="c5" title={t(`stay.${page.every}`)} hint={t('stayHint')}><KeptCurve page={page} /></Card>
        </div>
      )}
      {page.worth && page.worth.value !== null && (
        <div className="columns stretch">
          <Card className="c5" title={t('if.title')} hint={t('if.hint')}><IfMoreStayed worth={page.worth} currency={currency} asOf={page.asOf} /></Card>
          <Card className="c7" title={t('levers.title')} hint={t('levers.hint')}><Levers worth={page.worth} currency={currency} asOf={page.asOf} /></Card>
        </div>
      )}
      {page.worth && page.worth.value === null && <p className="badge warn notice">{t('noLimit')}</p>}
      <Notes page={page} onRates={onRates} />
    </div>
  )
}

function Figures({ page, currency }: { page: Economics; currency: string }) {
  const { t } = useTranslation('economics')
  const format = useFormat()
  const { overall, worth } = page
  const money = (amount: number | null | undefined) => (amount === null || amount === undefined ? '–' : format.money({ amount: Math.round(amount), currency }))
  const profit = page.rates.marginFrom === 'revenue' ? 'revenue' : 'margin'
  return (
    <div className="tiles four">
      <Tile name={t(`kept.${page.every}`)} value={overall ? format.percent(overall.share, 1) : '–'} foot={overall ? t('keptFoot', { low: format.percent(overall.low, 1), high: format.percent(overall.high, 1), of: format.number(overall.of) }) : undefined} />
      <Tile name={t(`each.${profit}.${page.every}`)} warm value={money(worth?.margin)} foot={worth ? t('eachFoot', { periods: format.number(worth.periods) }) : undefined} />
      <Tile name={t('still')} warm value={money(worth?.value)} foot={worth?.multiple ? t('stillFoot', { multiple: format.number(worth.multiple, 2) }) : undefined} />
      <Tile name={t('base')} warm value={worth?.total ? format.moneyShort({ amount: worth.total, currency }) : '–'} open={worth?.open} asOf={page.asOf} foot={worth ? t(`baseFoot.${page.every}`, { customers: format.number(worth.customers) }) : undefined} />
    </div>
  )
}

/** What the profit does not hold, what would supply it, and what everything was counted by. */
function Notes({ page, onRates }: { page: Economics; onRates: () => void }) {
  const { t } = useTranslation('economics')
  const format = useFormat()
  const mayEdit = useCan('MODELS_WRITE')
  const { rates } = page
  return (
    <Card title={t('by.title')}>
      <ul className="economics-notes">
        {page.lacking.map((lack) => (
          <li key={lack.part}>
            <span className="badge outline">{t('lacking')}</span> <b>{t(`part.${lack.part}`)}</b> · {t(`needs.${lack.needs}`)}
            {mayEdit && ['margin', 'acquisition-cost', 'contact-cost'].includes(lack.needs) && <> <Button type="link" size="small" onClick={onRates}>{t('enter')}</Button></>}
          </li>
        ))}
        <li>{t('rule.rates', { margin: t(`marginFrom.${rates.marginFrom}`, { share: format.percent(rates.margin, 1) }), discount: format.percent(rates.discountYearly, 1), growth: format.percent(rates.growthYearly, 1), years: rates.years === null ? t('noEnd') : t('forYears', { years: rates.years }) })}</li>
        <li>{t(rates.atOnce ? 'rule.atOnce' : 'rule.later')}</li>
        <li>{t('rule.kept')}</li>
        <li>{t('rule.parts')}</li>
      </ul>
    </Card>
  )
}
