import { useTranslation } from 'react-i18next'
import type { ConsentClause, IdentityClause, TagClause } from '../language/types'
import { Choice } from '../parts/choice'
import { cleaned } from '../parts/cleaned'
import { keyOf, useWords } from '../vocabulary'
import type { ClauseProps } from './props'

const STATES = ['given', 'withdrawn', 'never-asked'] as const

export function IdentityEditor({ value, onChange }: ClauseProps<IdentityClause>) {
  const { t } = useTranslation('conditions')
  const words = useWords()
  return (
    <>
      <span className="word">{t('hasIdentity')}</span>
      <Choice label={t('field.identity')} at="/identity" value={value.identity} free name={(key) => words.word('identity', key)} options={words.all.identities.map(keyOf).map((key) => ({ value: key, label: words.word('identity', key) }))} onChange={(identity) => onChange({ ...value, identity })} />
    </>
  )
}

export function ConsentEditor({ value, onChange }: ClauseProps<ConsentClause>) {
  const { t } = useTranslation('conditions')
  const words = useWords()
  const options = (space: 'purpose' | 'channel') => words.all[`${space}s`].map(keyOf).map((key) => ({ value: key, label: words.word(space, key) }))
  return (
    <>
      <Choice
        label={t('field.consent')} at="/state" value={value.state ?? 'given'} options={STATES.map((state) => ({ value: state, label: t(`consent.${state}`) }))}
        onChange={(state) => onChange(cleaned({ ...value, state: state === 'given' ? undefined : (state as 'withdrawn') }))}
      />
      <span className="word">{t('for')}</span>
      <Choice label={t('field.purpose')} at="/purpose" value={value.purpose} free name={(key) => words.word('purpose', key)} options={options('purpose')} onChange={(purpose) => onChange({ ...value, purpose })} />
      <span className="word">{t('by')}</span>
      <Choice label={t('field.channel')} at="/channel" value={value.channel} free name={(key) => words.word('channel', key)} options={options('channel')} onChange={(channel) => onChange({ ...value, channel })} />
    </>
  )
}

export function TagEditor({ value, onChange }: ClauseProps<TagClause>) {
  const { t } = useTranslation('conditions')
  const words = useWords()
  const values = words.all.tags.find(({ category }) => category === value.category)?.values ?? []
  return (
    <>
      <span className="word">{t('hasTag')}</span>
      <Choice label={t('field.category')} at="/category" value={value.category} free options={words.all.tags.map(({ category }) => ({ value: category, label: category }))} onChange={(category) => onChange({ ...value, category })} />
      <Choice label={t('field.tagValue')} at="/value" value={value.value ?? ''} free clears={t('anyValue')} placeholder={t('anyValue')} options={values.map((each) => ({ value: each, label: each }))} onChange={(next) => onChange(cleaned({ ...value, value: next === '' ? undefined : next }))} />
      <label className="check"><input type="checkbox" checked={value.scheduledToday ?? false} onChange={(event) => onChange(cleaned({ ...value, scheduledToday: event.target.checked ? true : undefined }))} />{t('scheduledToday')}</label>
    </>
  )
}
