import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { conditionLink } from '@/lib/condition-link'
import { useFormat } from '@/lib/format'
import { useLabel } from '@/lib/i18n'
import { customersLink } from '@/lib/routes'
import { Card } from '@/ui/card'
import { Load, Skeleton } from '@/ui/load'
import { usePortrait, type Choice, type Portrait, type Preference, type Trait } from '../portrait-api'
import type { Customer } from '../types'
import { WeekMap } from './week-map'

const SHOWN = 4

/** Who the customer is and what they like, as of any day; everything leads to those who are alike in it. */
export function PortraitCard({ customer, asOf }: { customer: Customer; asOf: string }) {
  const { t } = useTranslation('portrait')
  const portrait = usePortrait(customer.id, asOf)
  return (
    <Card title={t('title')} hint={t('hint')} className="portrait">
      <Load query={portrait} skeleton={<Skeleton lines={6} />}>{(data) => <Drawn portrait={data} customer={customer} asOf={asOf} />}</Load>
    </Card>
  )
}

function Drawn({ portrait, customer, asOf }: { portrait: Portrait; customer: Customer; asOf: string }) {
  const { t } = useTranslation('portrait')
  const label = useLabel()
  const bought = portrait.preferences.filter(({ dimension }) => dimension !== 'weekday' && dimension !== 'hour')
  const reached = portrait.preferences.filter(({ dimension }) => dimension === 'weekday' || dimension === 'hour')
  const categories = [...new Set(portrait.tags.map(({ category }) => category))]
  return (
    <div className="stack">
      <div className="portrait-parts">
        {(customer.rfm || customer.stage) && (
          <section>
            <h3>{t('stands')}</h3>
            <div className="row tight">
              {customer.rfm && <Link className="badge brand" to={customersLink({ in: `rfm.type:${customer.rfm.type}`, asOf })}>{label(customer.rfm.typeLabel, customer.rfm.type)}</Link>}
              {customer.stage && <Link className="badge" to={customersLink({ in: `stage.${customer.stage.scheme}:${customer.stage.stage}`, asOf })}>{label(customer.stage.label, customer.stage.stage)}</Link>}
            </div>
          </section>
        )}
        <section>
          <h3>{t('who')}</h3>
          {portrait.variables.length === 0 ? <p className="muted small">{t('noVariables')} <Link to="/settings/variables" style={{ textDecoration: 'underline' }}>{t('toVariables')}</Link></p> : (
            <dl className="pairs">{portrait.variables.map((trait) => <TraitLine key={trait.variable.name} trait={trait} asOf={asOf} />)}</dl>
          )}
        </section>
        {categories.length > 0 && (
          <section>
            <h3>{t('tags')}</h3>
            <dl className="pairs">
              {categories.map((category) => (
                <div key={category} style={{ display: 'contents' }}>
                  <dt>{category}</dt>
                  <dd className="row tight">{portrait.tags.filter((tag) => tag.category === category).map((tag) => <TagLink key={tag.value} tag={tag} asOf={asOf} />)}</dd>
                </div>
              ))}
            </dl>
          </section>
        )}
      </div>
      <div className="portrait-parts">
        {bought.map((preference) => <Bars key={preference.dimension} preference={preference} asOf={asOf} />)}
      </div>
      <section>
        <h3>{t('when')}</h3>
        <div className="row tight when">{reached.map((preference) => <Best key={preference.dimension} preference={preference} asOf={asOf} />)}</div>
        <WeekMap week={portrait.week} />
      </section>
    </div>
  )
}

function TagLink({ tag, asOf }: { tag: Portrait['tags'][number]; asOf: string }) {
  const { t } = useTranslation('customer')
  const open = conditionLink({ type: 'tag', category: tag.category, value: tag.value }, asOf)
  const days = tag.days.map((day) => t(`day.${day}`)).join(', ')
  return <Link className="badge outline" to={open ?? ''}>{tag.value}{days && <span className="muted"> · {days}</span>}</Link>
}

function useSaid() {
  const { t } = useTranslation('portrait')
  const label = useLabel()
  return ({ variable, value }: Trait) => {
    if (variable.type === 'flag') return t(value === 'true' ? 'yes' : 'no')
    return label(variable.values.find(({ key }) => key === value)?.label, value)
  }
}

function TraitLine({ trait, asOf }: { trait: Trait; asOf: string }) {
  const label = useLabel()
  const said = useSaid()
  const open = trait.masked || trait.variable.derived ? null : conditionLink({ type: 'attribute', name: trait.variable.name, test: { type: 'equals', value: trait.value } }, asOf)
  return (
    <div style={{ display: 'contents' }}>
      <dt>{label(trait.variable.label, trait.variable.name)}</dt>
      <dd>{open ? <Link to={open}>{said(trait)}</Link> : trait.masked ? trait.value : said(trait)}</dd>
    </div>
  )
}

const favouriteLink = (dimension: string, value: string, asOf: string) =>
  conditionLink({ type: 'preference', dimension, test: { type: 'equals', value } }, asOf)

function Bars({ preference, asOf }: { preference: Preference; asOf: string }) {
  const { t } = useTranslation('portrait')
  const { dimension, choices, sure, known, least } = preference
  const shown = choices.slice(0, SHOWN)
  return (
    <section>
      <h3>{t(`dimension.${dimension}`)}</h3>
      {choices.length === 0 && <p className="muted small">{t('nothing')}</p>}
      <ul className="shares">{shown.map((choice, i) => <Bar key={choice.value} choice={choice} open={sure && i === 0 ? favouriteLink(dimension, choice.value, asOf) : null} />)}</ul>
      {choices.length > SHOWN && <p className="muted small">{t('more', { count: choices.length - SHOWN })}</p>}
      {!sure && choices.length > 0 && <p className="muted small">{t('tooFew', { known, least })}</p>}
    </section>
  )
}

function Bar({ choice, open }: { choice: Choice; open: string | null }) {
  const { t } = useTranslation('portrait')
  const format = useFormat()
  return (
    <li>
      <span className="share-name clip">{open ? <Link to={open} title={t('openFavourite')}>{choice.value}</Link> : choice.value}</span>
      <span className="share-bar" aria-hidden="true"><i style={{ width: `${Math.max(2, choice.share * 100)}%` }} /></span>
      <span className="num small">{format.percent(choice.share, 0)}</span>
    </li>
  )
}

function Best({ preference, asOf }: { preference: Preference; asOf: string }) {
  const { t } = useTranslation('portrait')
  const { t: customer } = useTranslation('customer')
  const format = useFormat()
  const [first] = preference.choices
  const name = t(`dimension.${preference.dimension}`)
  if (!first || !preference.sure) return <span className="muted small">{name}: {t('unknown')}</span>
  const said = preference.dimension === 'weekday' ? customer(`day.${first.value}`) : t('hour', { hour: first.value.padStart(2, '0') })
  const open = favouriteLink(preference.dimension, first.value, asOf)
  return <span>{name}: <Link className="strong" to={open ?? ''}>{said}</Link> <span className="muted small num">{format.percent(first.share, 0)}</span></span>
}
