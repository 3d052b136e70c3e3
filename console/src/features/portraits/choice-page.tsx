import { InputNumber, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSession } from '@/lib/session'
import { useUrlState } from '@/lib/url-state'
import { AsOfPicker } from '@/ui/as-of'
import { Card } from '@/ui/card'
import { EmptyState } from '@/ui/empty-state'
import { Load, Skeleton } from '@/ui/load'
import { OldData } from '@/ui/old-data'
import { PageHeader } from '@/ui/page-header'
import { ThreeDoors } from '@/ui/three-doors'
import { useChoice, type Choice } from './api'
import { ChoiceOverlap } from './choice-overlap'
import { RankingCard } from './ranking-card'
import { Threshold } from './threshold'
import './portraits.css'

const SHAPE = { measure: 'revenue', days: '180', response: '5', margin: '40', contact: '1', offer: '5', kept: '', asOf: '' }
type State = typeof SHAPE

/** Whom to choose for an offer: three rankings side by side, and how many of each it pays to keep. */
export default function ChoicePage() {
  const { t } = useTranslation('portraits')
  const [state, change] = useUrlState(SHAPE)
  const { workspace } = useSession()
  const minor = 10 ** (new Intl.NumberFormat('en', { style: 'currency', currency: workspace.currency ?? 'EUR' }).resolvedOptions().maximumFractionDigits ?? 2)
  const cents = (text: string) => String(Math.round(Number(text) * minor))
  const choice = useChoice({ measure: state.measure, days: state.days, response: String(Number(state.response) / 100), margin: String(Number(state.margin) / 100), contactCost: cents(state.contact), offerCost: cents(state.offer), kept: state.kept, asOf: state.asOf })
  const field = (key: keyof State, max: number) => (
    <label className="axis"><span className="muted small">{t(`choice.${key}`)}</span><InputNumber min={0} max={max} value={Number(state[key])} onChange={(next) => change({ [key]: String(next ?? 0) }, true)} style={{ width: 110 }} /></label>
  )
  return (
    <>
      <PageHeader title={t('choice.title')} lead={t('choice.lead')} actions={<AsOfPicker value={state.asOf} onChange={(asOf) => change({ asOf })} />} />
      <OldData asOf={state.asOf} onLook={(asOf) => change({ asOf })} />
      <div className="filters axes" role="group" aria-label={t('choice.assumptions')}>
        <span className="axis"><span className="muted small" aria-hidden="true">{t('choice.measure')}</span><Segmented aria-label={t('choice.measure')} value={state.measure} onChange={(measure) => change({ measure })} options={[{ value: 'revenue', label: t('choice.revenue') }, { value: 'profit', label: t('choice.profit') }]} /></span>
        {field('days', 3650)}{field('response', 100)}{field('margin', 100)}{field('contact', 100_000)}{field('offer', 100_000)}
      </div>
      <Load query={choice} skeleton={<Skeleton height={460} />}>{(data) => <Loaded choice={data} state={state} change={change} />}</Load>
    </>
  )
}

function Loaded({ choice, state, change }: { choice: Choice; state: State; change: (part: Partial<State>, replace?: boolean) => void }) {
  const { t } = useTranslation('portraits')
  if (choice.customers === 0) return <div className="stack"><EmptyState title={t('matrix.empty')}>{t('choice.emptyHint')}</EmptyState><ThreeDoors /></div>
  return (
    <div className="stack">
      <Card title={t('choice.threshold')} hint={t('choice.thresholdHint')}><Threshold choice={choice} onPick={(kept) => change({ kept: String(kept) }, true)} /></Card>
      <div className="three">{choice.rankings.map((ranking) => <RankingCard key={ranking.key} ranking={ranking} choice={choice} asOf={state.asOf} />)}</div>
      <ChoiceOverlap choice={choice} onKept={(kept) => change({ kept }, true)} />
      <p className="muted small">{t('choice.method')}</p>
    </div>
  )
}
