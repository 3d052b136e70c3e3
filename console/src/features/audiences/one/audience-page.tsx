import { EditOutlined, IdcardOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { useFormat } from '@/lib/format'
import { ROUTES } from '@/lib/routes'
import { useCan } from '@/lib/session'
import { useUrlState } from '@/lib/url-state'
import { Card } from '@/ui/card'
import { ExportList } from '@/ui/export-list'
import { LinkButton } from '@/ui/link-button'
import { Load, Skeleton } from '@/ui/load'
import { PageHeader } from '@/ui/page-header'
import { ProblemAlert } from '@/ui/problem-alert'
import { Tile } from '@/ui/tile'
import { useAudience, useEvaluate } from '../api'
import { audienceLink, membersLink, movedLink } from '../links'
import { LinesCard } from '../files/lines-card'
import { PushCard } from '../push/push-card'
import { StateBadge } from '../state-badge'
import type { AudienceDetail } from '../types'
import { VocabularyProvider } from '../vocabulary'
import { BacktestCard } from './backtest-card'
import { ChangeCard } from './change-card'
import { ConditionText } from './condition-text'
import { Evaluating } from './evaluating'
import { ListCard } from './list-card'
import { MoreMenu } from './more-menu'
import { OriginCard } from './origin-card'
import { OverlapCard } from './overlap-card'
import { TrendCard } from './trend-card'
import { UsesCard } from './uses-card'
import { VersionsCard } from './versions-card'
import { WhyCard } from './why-card'
import '../audiences.css'

const SHAPE = { change: '', why: '', from: '', to: '' }
export type AudienceState = Record<keyof typeof SHAPE, string>
export type ChangeState = (part: Partial<AudienceState>) => void

export default function AudiencePage() {
  const { t } = useTranslation('audiences')
  const { id = '' } = useParams()
  const audience = useAudience(id)
  const may = useCan('AUDIENCES_WRITE')
  const data = audience.data
  return (
    <VocabularyProvider>
      <PageHeader
        title={data?.name ?? t('one')} crumb={<><Link to={ROUTES.audiences}>{t('title')}</Link>{data?.folder && <> / <Link to={`${ROUTES.audiences}?folder=${encodeURIComponent(data.folder)}`}>{data.folder}</Link></>}</>}
        lead={data && <span className="row tight"><StateBadge of={data} />{data.description && <span>{data.description}</span>}</span>}
        actions={data && (
          <>
            <LinkButton icon={<IdcardOutlined />} to={`${ROUTES.portrait}?in=audience:${id}`}>{t('portrait')}</LinkButton>
            {may && data.kind === 'dynamic' && <LinkButton icon={<EditOutlined />} to={audienceLink(id, '/edit')}>{t('edit')}</LinkButton>}
            {data.size > 0 && <ExportList list={{ in: [`audience:${id}`] }} name={data.name} count={data.size} />}
            <MoreMenu audience={data} />
          </>
        )}
      />
      <Load query={audience} skeleton={<Skeleton height={420} />}>{(loaded) => <Loaded audience={loaded} />}</Load>
    </VocabularyProvider>
  )
}

function Loaded({ audience }: { audience: AudienceDetail }) {
  const { t } = useTranslation('audiences')
  const format = useFormat()
  const [state, change] = useUrlState(SHAPE)
  const tried = state.change || (typeof audience.change === 'string' ? audience.change : audience.change?.id) || ''
  const dynamic = audience.kind === 'dynamic'
  const { enteredWeek: entered, leftWeek: left } = audience
  return (
    <div className="stack">
      {audience.lastError && <ProblemAlert error={new Error(audience.lastError)} />}
      {audience.state === 'evaluating' && <Evaluating audience={audience} />}
      {audience.state === 'failed' && <Again id={audience.id} />}
      {tried !== '' && <ChangeCard audience={audience} change={tried} onDone={() => change({ change: '' })} />}
      <div className="audience-tiles">
        <Tile name={t('members')} value={format.number(audience.size)} open={membersLink(audience.id)} foot={t('membersFoot')} />
        <Tile name={t('enteredWeek')} value={`+${format.number(entered)}`} open={entered > 0 ? movedLink(audience.id, 'audience.entered') : null} foot={t('sevenDays')} />
        <Tile name={t('leftWeek')} value={`−${format.number(left)}`} open={left > 0 ? movedLink(audience.id, 'audience.left') : null} foot={t('sevenDays')} />
      </div>
      {dynamic ? <Card title={t('who')}><ConditionText condition={audience.condition} sentence={audience.sentence} /></Card> : <><OriginCard audience={audience.id} /><ListCard audience={audience} /><LinesCard audience={audience.id} /></>}
      <TrendCard id={audience.id} state={state} change={change} />
      <div className="columns">
        <div className="c6 stack">
          {dynamic && <WhyCard id={audience.id} customer={state.why} onPick={(why) => change({ why })} />}
          {dynamic && <BacktestCard audience={audience} />}
          {!dynamic && <OverlapCard id={audience.id} />}
        </div>
        <div className="c6 stack">
          {dynamic && <OverlapCard id={audience.id} />}
          <UsesCard audience={audience} />
          <PushCard audience={audience.id} />
          {dynamic && <VersionsCard audience={audience} />}
        </div>
      </div>
    </div>
  )
}

/** After an evaluation has failed or was stopped. */
function Again({ id }: { id: string }) {
  const { t } = useTranslation('audiences')
  const may = useCan('AUDIENCES_WRITE')
  const evaluate = useEvaluate(id)
  if (!may) return null
  return (
    <div className="row">
      <Button type="primary" loading={evaluate.isPending} onClick={() => evaluate.mutate()}>{t('again')}</Button>
      {evaluate.isError && <ProblemAlert error={evaluate.error} />}
    </div>
  )
}
