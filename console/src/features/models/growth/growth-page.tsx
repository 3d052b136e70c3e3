import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '@/lib/format'
import { ROUTES } from '@/lib/routes'
import { useUrlState } from '@/lib/url-state'
import { AsOfPicker } from '@/ui/as-of'
import { Card } from '@/ui/card'
import { EmptyState } from '@/ui/empty-state'
import { Load, Skeleton } from '@/ui/load'
import { OldData } from '@/ui/old-data'
import { PageHeader } from '@/ui/page-header'
import { Tile } from '@/ui/tile'
import { useCohorts, useGrowth, type Growth, type Outlook } from './api'
import { CohortMap } from './cohort-map'
import { Forms } from './forms'
import { NewPerPeriod } from './new-per-period'
import { TotalCurve } from './total-curve'
import '../models.css'
import './growth.css'

const SHAPE = { asOf: '', every: 'week', show: 'share' }

/** How the number of customers grows, where that ends, and what becomes of those who came together. */
export default function GrowthPage() {
  const { t } = useTranslation('growth')
  const [state, change] = useUrlState(SHAPE)
  const growth = useGrowth({ every: state.every, asOf: state.asOf })
  const cohorts = useCohorts(state.asOf)
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={<AsOfPicker value={state.asOf} onChange={(asOf) => change({ asOf })} />} />
      <OldData asOf={state.asOf} onLook={(asOf) => change({ asOf })} />
      <div className="filters"><Segmented size="small" aria-label={t('every')} value={state.every} onChange={(every) => change({ every })} options={['week', 'month'].map((value) => ({ value, label: t(`by.${value}`) }))} /></div>
      <Load query={growth} skeleton={<Skeleton height={480} />}>{(data) => <Loaded growth={data} />}</Load>
      {growth.data && growth.data.customers > 0 && (
        <div className="stack cohorts"><Load query={cohorts} skeleton={<Skeleton height={320} />}>{(data) => <CohortMap cohorts={data} show={state.show} onShow={(show) => change({ show })} />}</Load></div>
      )}
    </>
  )
}

function Loaded({ growth }: { growth: Growth }) {
  const { t } = useTranslation('growth')
  const format = useFormat()
  if (growth.customers === 0) return <EmptyState title={t('empty')}>{t('emptyHint')} <Link to={ROUTES.imports}>{t('toImports')}</Link></EmptyState>
  const last = growth.periods[growth.complete - 1]
  const { outlook } = growth
  return (
    <div className="stack">
      <div className="tiles four">
        <Tile name={t('customers')} value={format.number(growth.customers)} open={growth.open} asOf={growth.asOf} foot={t('customersFoot')} />
        <Tile name={t(`last.${growth.every}`)} value={last ? format.number(last.customers) : '–'} open={last?.open} asOf={growth.asOf} foot={last ? t('from', { date: format.date(last.from) }) : undefined} />
        <Tile name={t('stage')} value={outlook ? t(`stages.${outlook.stage}`) : '–'} foot={outlook ? t(`form.${growth.forms[0]!.form}`) : t('short', { has: growth.complete, needs: growth.needed })} />
        <Tile name={t('ceiling')} value={outlook?.ceiling && outlook.told ? format.compact(outlook.ceiling) : t('open')} foot={outlook?.ceiling && outlook.told ? t('ceilingFoot', { low: format.compact(outlook.ceilingLow ?? 0), high: format.compact(outlook.ceilingHigh ?? 0), level: format.percent(outlook.level) }) : t('openFoot')} />
      </div>
      {!outlook && <p className="badge warn notice">{t('tooShort', { has: growth.complete, needs: growth.needed })}</p>}
      {outlook && <Notice outlook={outlook} />}
      <div className="columns stretch">
        <Card className="c6" title={t('total')} hint={t('totalHint')}><TotalCurve growth={growth} /></Card>
        <Card className="c6" title={t('new')} hint={t('newHint')}><NewPerPeriod growth={growth} /></Card>
      </div>
      {outlook && <Forms growth={growth} outlook={outlook} />}
    </div>
  )
}

function Notice({ outlook }: { outlook: Outlook }) {
  const { t } = useTranslation('growth')
  const format = useFormat()
  if (outlook.told) return null
  if (outlook.ceiling === null) return <p className="badge warn notice">{t('noCeiling')}</p>
  const low = format.number(outlook.ceilingLow ?? 0)
  const high = format.number(outlook.ceilingHigh ?? 0)
  return <p className="badge warn notice">{t(outlook.turned ? 'wide' : 'notTurned', { low, high })}</p>
}
