import { Button, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { useUrlState } from '@/lib/url-state'
import { AsOfPicker } from '@/ui/as-of'
import { Card } from '@/ui/card'
import { DataTable } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { Figure } from '@/ui/figure'
import { Load, Skeleton } from '@/ui/load'
import { OldData } from '@/ui/old-data'
import { PageHeader } from '@/ui/page-header'
import { Tile } from '@/ui/tile'
import { Afterwards } from './afterwards'
import { useSatisfaction } from './api'
import { ChoiceCard } from './choice-card'
import { ImportanceMap } from './importance-map'
import { MeaningsDrawer } from './meanings-drawer'
import { Months } from './months'
import { useInterval } from './use-interval'
import type { Rated, Satisfaction } from './types'
import '../models.css'
import './satisfaction.css'

const SHAPE = { asOf: '', days: '90', enough: '4', questions: '' }
const SHORTEST = 7
const LONGEST = 730

export default function SatisfactionPage() {
  const { t } = useTranslation('satisfaction')
  const [state, change] = useUrlState(SHAPE)
  const mayEdit = useCan('MODELS_WRITE')
  const satisfaction = useSatisfaction({ asOf: state.asOf, days: state.days, enough: state.enough })
  const window = (text: string) => change({ days: String(Math.min(LONGEST, Math.max(SHORTEST, Math.round(Number(text)) || 90))) })
  const edit = mayEdit ? () => change({ questions: 'edit' }) : null
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={<>{edit && <Button onClick={edit}>{t('questions')}</Button>}<AsOfPicker value={state.asOf} onChange={(asOf) => change({ asOf })} /></>} />
      <OldData asOf={state.asOf} onLook={(asOf) => change({ asOf })} />
      <div className="filters"><label className="row tight small">{t('window')}<InputNumber size="small" style={{ width: 76 }} min={SHORTEST} max={LONGEST} changeOnWheel={false} value={Number(state.days)} onPressEnter={(event) => window(event.currentTarget.value)} onBlur={(event) => window(event.currentTarget.value)} />{t('days')}</label></div>
      <Load query={satisfaction} skeleton={<Skeleton height={480} />}>{(data) => <Loaded page={data} onEdit={edit} onEnough={(enough) => change({ enough: String(Number(enough) || 0) })} />}</Load>
      {state.questions === 'edit' && mayEdit && <MeaningsDrawer asOf={state.asOf} onClose={() => change({ questions: '' })} />}
    </>
  )
}

function Loaded({ page, onEdit, onEnough }: { page: Satisfaction; onEdit: (() => void) | null; onEnough: (enough: string) => void }) {
  const { t } = useTranslation('satisfaction')
  const nothing = !page.nps && !page.csat && !page.ces && page.attributes.length === 0 && !page.recovery
  if (nothing) return <EmptyState title={t('empty')} actions={onEdit && <Button type="primary" onClick={onEdit}>{t('sayIt')}</Button>}>{t('emptyHint')}</EmptyState>
  return (
    <div className="stack">
      <Tiles page={page} />
      {page.missing.length > 0 && <p className="badge warn notice">{t('missing', { roles: page.missing.map((role) => t(`role.${role}`)).join(', ') })} {onEdit && <button type="button" className="link-button" onClick={onEdit}>{t('sayIt')}</button>}</p>}
      <div className="columns stretch">
        {page.attributes.some((each) => each.importance !== null) && <Card className="c6" title={t('map')} hint={t('mapHint')}><ImportanceMap attributes={page.attributes} asOf={page.asOf} /></Card>}
        {page.attributes.length > 0 && <Gaps page={page} />}
      </div>
      <div className="columns stretch">
        {page.months.length > 0 && <Card className="c7" title={t('months')} hint={t('monthsHint')}><Months page={page} /></Card>}
        {page.types.length > 0 && <Types page={page} />}
      </div>
      <Afterwards page={page} />
      {page.choice && <ChoiceCard page={page} choice={page.choice} onEnough={onEnough} />}
    </div>
  )
}

function Tiles({ page }: { page: Satisfaction }) {
  const { t } = useTranslation('satisfaction')
  const format = useFormat()
  const interval = useInterval()
  const { nps } = page
  const all = nps ? nps.promoters.customers + nps.passives.customers + nps.detractors.customers : 0
  const rated = (name: string, of: Rated) => <Tile name={name} value={interval.share(of.high.value)} open={of.satisfied.open} asOf={page.asOf} foot={t('meanFoot', { mean: interval.number(of.mean.value), count: of.satisfied.customers + of.others.customers })} />
  return (
    <div className="tiles satisfied">
      {nps && <Tile name={t('nps')} warm value={interval.points(nps.score.value)} foot={t('npsFoot', { low: interval.points(nps.score.low), high: interval.points(nps.score.high), count: all })} />}
      {nps && (['promoters', 'passives', 'detractors'] as const).map((each) => <Tile key={each} name={t(each)} value={format.number(nps[each].customers)} open={nps[each].open} asOf={page.asOf} foot={format.percent(nps[each].customers / Math.max(1, all), 1)} />)}
      {page.csat && rated(t('csat'), page.csat)}
      {page.ces && rated(t('ces'), page.ces)}
    </div>
  )
}

function Gaps({ page }: { page: Satisfaction }) {
  const { t } = useTranslation('satisfaction')
  const interval = useInterval()
  return (
    <Card className="c6" flush title={t('gaps')} hint={t('gapHint')}>
      <DataTable
        label={t('gaps')} rows={[...page.attributes].sort((a, b) => (b.weighted ?? 0) - (a.weighted ?? 0))} rowKey={(each) => each.name}
        columns={[
          { key: 'name', title: t('attribute'), card: 'lead', render: (each) => <span>{each.name}{each.quadrant === 'CONCENTRATE_HERE' && <> <span className="badge warm">{t('quadrant.CONCENTRATE_HERE')}</span></>}</span> },
          { key: 'expected', title: t('expected'), end: true, render: (each) => <span className="num">{interval.number(each.expected)}</span> },
          { key: 'perceived', title: t('performance'), end: true, render: (each) => <span className="num">{interval.number(each.perceived)}</span> },
          { key: 'gap', title: t('gap'), end: true, render: (each) => <span className="num" title={t('interval', { low: interval.number(each.gap.low), high: interval.number(each.gap.high) })}>{interval.number(each.gap.value)}</span> },
          { key: 'weighted', title: t('weighted'), end: true, render: (each) => <span className="num">{interval.number(each.weighted)}</span> },
          { key: 'disappointed', title: t('disappointed'), end: true, render: (each) => <Figure value={each.disappointed.customers} open={each.disappointed.open} asOf={page.asOf} label={`${each.name}, ${t('disappointed')}`} /> },
        ]}
      />
    </Card>
  )
}

function Types({ page }: { page: Satisfaction }) {
  const { t } = useTranslation('satisfaction')
  const { t: names } = useTranslation('selections')
  const interval = useInterval()
  return (
    <Card className="c5" flush title={t('types')}>
      <DataTable
        label={t('types')} rows={page.types} rowKey={(each) => each.type}
        columns={[
          { key: 'type', title: t('type'), card: 'lead', render: (each) => names(`type.${each.type}`, { defaultValue: each.type }) },
          { key: 'customers', title: t('customers'), end: true, render: (each) => <Figure value={each.customers.customers} open={each.customers.open} asOf={page.asOf} label={names(`type.${each.type}`, { defaultValue: each.type })} /> },
          { key: 'score', title: t('nps'), end: true, render: (each) => <span className="num strong">{interval.points(each.score.value)}</span> },
          { key: 'range', title: t('range'), end: true, render: (each) => <span className="num">{t('interval', { low: interval.points(each.score.low), high: interval.points(each.score.high) })}</span> },
        ]}
      />
    </Card>
  )
}
