import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { ROUTES, customersLink } from '@/lib/routes'
import { useSelectionName } from '@/lib/selections'
import { useUrlState } from '@/lib/url-state'
import { AsOfPicker } from '@/ui/as-of'
import { EmptyState } from '@/ui/empty-state'
import { Figure } from '@/ui/figure'
import { LinkButton } from '@/ui/link-button'
import { Load, Skeleton } from '@/ui/load'
import { OldData } from '@/ui/old-data'
import { PageHeader } from '@/ui/page-header'
import { RemovableChip } from '@/ui/removable-chip'
import { usePortrait, type Portrait } from './api'
import { useAudienceNames } from './audience-names'
import { TraitCard } from './trait-card'
import './portraits.css'

const SHAPE = { in: [] as string[], against: '', asOf: '' } as const
const FOLLOWED = ['audience:', 'group:']

/** Who some customers are, and in what they differ from all the others. */
export default function PortraitPage() {
  const { t } = useTranslation('portraits')
  const [state, change] = useUrlState(SHAPE)
  const names = useAudienceNames()
  const select = useSelectionName()
  const shown = (text: string) => (text.startsWith('audience:') ? (names.get(text.slice(9)) ?? select(text)) : select(text))
  const portrait = usePortrait(state.in, state.against ? [`audience:${state.against}`] : [], state.asOf)
  const audience = state.in.find((each) => each.startsWith('audience:'))?.slice(9)
  const options = [...names].map(([value, label]) => ({ value, label }))
  return (
    <>
      <PageHeader
        title={t('title')} lead={t('lead')}
        actions={(
          <>
            <Select showSearch={{ optionFilterProp: 'label' }} aria-label={t('ofWhom')} placeholder={t('ofWhom')} style={{ minWidth: 190 }} value={audience} options={options} onChange={(id: string) => change({ in: [`audience:${id}`] })} />
            <Select showSearch={{ optionFilterProp: 'label' }} allowClear aria-label={t('against')} placeholder={t('againstAll')} style={{ minWidth: 190 }} value={state.against || undefined} options={options.filter(({ value }) => value !== audience)} onChange={(against?: string) => change({ against: against ?? '' })} />
            <AsOfPicker value={state.asOf} onChange={(asOf) => change({ asOf })} />
            {audience && <LinkButton to={`${ROUTES.lookAlikes}?audience=${audience}`}>{t('like.title')}</LinkButton>}
          </>
        )}
      />
      <OldData asOf={state.asOf} onLook={(asOf) => change({ asOf })} />
      {state.in.length === 0
        ? <EmptyState title={t('empty')} actions={<LinkButton to={ROUTES.audiences}>{t('toAudiences')}</LinkButton>}>{t('emptyHint')}</EmptyState>
        : (
          <div className="stack">
            <div className="row tight">{state.in.map((each) => <RemovableChip key={each} text={shown(each)} onRemove={() => change({ in: state.in.filter((other) => other !== each) })} />)}</div>
            <Load query={portrait} skeleton={<Skeleton height={460} />}>
              {(data) => <Loaded portrait={data} chosen={state.in} asOf={state.asOf} against={state.against} name={state.in.map(shown).join(' · ')} />}
            </Load>
          </div>
        )}
    </>
  )
}

interface Props {
  portrait: Portrait
  chosen: string[]
  asOf: string
  against: string
  name: string
}

function Loaded({ portrait, chosen, asOf, against, name }: Props) {
  const { t } = useTranslation('portraits')
  const format = useFormat()
  if (portrait.customers === 0) return <EmptyState title={t('nobody')}>{t('nobodyHint')}</EmptyState>
  const telling = portrait.traits.filter((trait) => trait.values.length > 1)
  return (
    <>
      <p className="muted">
        <Figure value={portrait.customers} open={customersLink({ in: chosen, asOf: asOf || undefined })} label={t('portrayed')} /> {t('portrayed')} · {t(against ? 'comparedWith' : 'comparedWithAll', { shown: format.number(portrait.against) })}
        {' · '}{t('tested', { shown: format.number(portrait.rest) })}
      </p>
      <p className="muted small">{t('legend')}</p>
      <div className="traits">
        {telling.map((trait) => (
          <TraitCard key={trait.grouping.key} trait={trait} chosen={chosen} name={name} past={asOf} follows={chosen.every((each) => FOLLOWED.some((prefix) => each.startsWith(prefix)))} />
        ))}
      </div>
    </>
  )
}
