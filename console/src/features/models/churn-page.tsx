import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '@/lib/format'
import { query } from '@/lib/http'
import { ROUTES } from '@/lib/routes'
import { useUrlState } from '@/lib/url-state'
import { AsOfPicker } from '@/ui/as-of'
import { Card } from '@/ui/card'
import { EmptyState } from '@/ui/empty-state'
import { Figure } from '@/ui/figure'
import { Load, Skeleton } from '@/ui/load'
import { OldData } from '@/ui/old-data'
import { PageHeader } from '@/ui/page-header'
import { Tile } from '@/ui/tile'
import { ActionList } from './action-list'
import { useChurn } from './api'
import { ChurnProof } from './churn-proof'
import { LackOf } from './lack-of'
import { Spread } from './spread'
import type { Churn, ChurnView } from './types'
import { useReason } from './use-reason'
import './models.css'

const SHAPE = { asOf: '' }

export default function ChurnPage() {
  const { t } = useTranslation('models')
  const [state, change] = useUrlState(SHAPE)
  const churn = useChurn(state.asOf)
  return (
    <>
      <PageHeader title={t('churn.title')} lead={t('churn.lead')} crumb={<Link to={ROUTES.models}>{t('title')}</Link>} actions={<AsOfPicker value={state.asOf} onChange={(asOf) => change({ asOf })} />} />
      <OldData asOf={state.asOf} onLook={(asOf) => change({ asOf })} />
      <Load query={churn} skeleton={<Skeleton height={480} />}>{(data) => <Loaded view={data} asked={state.asOf} />}</Load>
    </>
  )
}

function Loaded({ view, asked }: { view: ChurnView; asked: string }) {
  const { t } = useTranslation('models')
  const format = useFormat()
  const churn = view.page
  if (churn.customers === 0) {
    return <EmptyState title={t('churn.empty')} actions={<Link to={`${ROUTES.models}${query({ asOf: asked })}`}><Button type="primary">{t('toModels')}</Button></Link>}><LackOf model="churn" otherwise={t('churn.emptyHint')} /></EmptyState>
  }
  const report = churn.run?.report
  return (
    <div className="stack">
      <div className="tiles four">
        {churn.bands.map((band) => <Tile key={band.word} name={t(`churn.band.${band.word}`)} value={format.number(band.customers)} open={band.open} asOf={churn.asOf} foot={format.percent(band.customers / churn.customers, 1)} />)}
        <Tile name={t('churn.worthwhile')} value={format.number(churn.worthwhile)} open={churn.openWorthwhile} asOf={churn.asOf} foot={t('churn.worthwhileFoot')} />
      </div>
      {report && <p className="muted">{t('churn.meaning', { days: report.windowDays, from: t(`churn.window.${report.windowFrom}`), gap: format.number(report.usualGap, 0), left: format.percent(report.left, 1) })}</p>}
      <div className="columns stretch">
        <Card className="c7" title={t('churn.spread')} hint={t('churn.spreadHint')}><Spread bins={churn.risks} asOf={churn.asOf} label={t('churn.spread')} /></Card>
        <Card className="c5" title={t('churn.reasons')} hint={t('churn.reasonsHint')}><Reasons churn={churn} /></Card>
      </div>
      <ActionList view={view} />
      {report && <ChurnProof report={report} />}
    </div>
  )
}

function Reasons({ churn }: { churn: Churn }) {
  const reason = useReason()
  const most = Math.max(1, ...churn.reasons.map((each) => each.customers))
  return (
    <ul className="reason-bars">
      {churn.reasons.map((each) => (
        <li key={each.word}>
          <span>{reason(each.word)}</span>
          <Figure value={each.customers} open={each.open} asOf={churn.asOf} label={reason(each.word)} />
          <span className="bar" aria-hidden="true"><i style={{ width: `${(each.customers / most) * 100}%` }} /></span>
        </li>
      ))}
    </ul>
  )
}
