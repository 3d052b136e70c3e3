import { useTranslation } from 'react-i18next'
import { CALENDAR_UNITS, SHORT_UNITS, type Length, type Window } from '../language/types'
import { useWords } from '../vocabulary'
import { Choice } from './choice'
import { cleaned } from './cleaned'
import type { PartProps } from './clause-context'
import { DayField, InstantField } from './day-field'
import { DAYS_30, LengthEditor } from './length-editor'
import { NumberField } from './number-field'
import { SelectionEditor } from './selection-editor'

const TYPES = ['ever', 'last', 'older', 'calendar', 'dates', 'between', 'since', 'aroundAnniversary'] as const

function fresh(type: string, old: Window): Window {
  const length = 'length' in old ? old.length : DAYS_30
  switch (type) {
    case 'last': case 'older': return { type, length }
    case 'calendar': return { type, unit: 'month' }
    case 'dates': case 'between': return { type }
    case 'since': return { type, fact: { kinds: [] }, which: 'last' }
    case 'aroundAnniversary': return { type, attribute: 'birthday', daysBefore: 7, daysAfter: 7 }
    default: return { type: 'ever' }
  }
}

interface Props extends Omit<PartProps<Window | undefined>, 'at'> {
  at?: string
  /** The window of a sequence cannot begin with another fact. */
  withoutSince?: boolean
}

/** When it happened. No window is the same as "ever". */
export function WindowEditor({ value, onChange, at = '/window', withoutSince }: Props) {
  const { t } = useTranslation('conditions')
  const window: Window = value ?? { type: 'ever' }
  const take = (type: string) => onChange(type === 'ever' ? undefined : fresh(type, window))
  const types = TYPES.filter((type) => type !== 'since' || !withoutSince || window.type === 'since')
  return (
    <span className="sub-clause" role="group" aria-label={t('field.window')}>
      <Choice label={t('field.window')} at={`${at}/type`} value={window.type} options={types.map((type) => ({ value: type, label: t(`window.${type}`) }))} onChange={take} />
      <Parameters value={window} onChange={onChange} at={at} />
    </span>
  )
}

function Parameters({ value, onChange, at }: PartProps<Window>) {
  const { t } = useTranslation('conditions')
  const words = useWords()
  switch (value.type) {
    case 'ever': return null
    case 'last': case 'older': return <LengthEditor value={value.length} at={`${at}/length`} onChange={(length) => onChange({ ...value, length })} />
    case 'calendar': return <Calendar value={value} onChange={onChange} at={at} />
    case 'dates': case 'between': {
      const Field = value.type === 'dates' ? DayField : InstantField
      return (
        <>
          <Field label={t('field.from')} at={`${at}/from`} value={value.from} optional onChange={(from) => onChange(cleaned({ ...value, from }))} />
          <span className="word">{t('until')}</span>
          <Field label={t('field.to')} at={`${at}/to`} value={value.to} optional onChange={(to) => onChange(cleaned({ ...value, to }))} />
        </>
      )
    }
    case 'since': return <Since value={value} onChange={onChange} at={at} />
    case 'aroundAnniversary': return (
      <>
        <NumberField label={t('field.daysBefore')} at={`${at}/daysBefore`} value={value.daysBefore ?? 0} least={0} most={180} onChange={(daysBefore = 0) => onChange({ ...value, daysBefore })} />
        <span className="word">{t('daysBeforeAnd')}</span>
        <NumberField label={t('field.daysAfter')} at={`${at}/daysAfter`} value={value.daysAfter ?? 0} least={0} most={180} onChange={(daysAfter = 0) => onChange({ ...value, daysAfter })} />
        <span className="word">{t('daysAfterOf')}</span>
        <Choice label={t('field.attribute')} at={`${at}/attribute`} value={value.attribute} free options={words.all.attributes.map(({ name }) => ({ value: name, label: words.attribute(name) }))} onChange={(attribute) => onChange({ ...value, attribute })} />
      </>
    )
  }
}

type CalendarWindow = Extract<Window, { type: 'calendar' }>
const SPANS = [[0, 0], [-1, -1], [-3, -1], [-6, 0]] as const

function Calendar({ value, onChange, at }: Omit<PartProps<CalendarWindow>, 'onChange'> & { onChange: (value: Window) => void }) {
  const { t } = useTranslation('conditions')
  const first = value.first ?? 0
  const last = value.last ?? 0
  const named = SPANS.find(([from, to]) => from === first && to === last)
  return (
    <>
      <Choice label={t('field.unit')} at={`${at}/unit`} value={value.unit} options={CALENDAR_UNITS.map((unit) => ({ value: unit, label: t(`calendar.${unit}`) }))} onChange={(unit) => onChange({ ...value, unit: unit as CalendarWindow['unit'] })} />
      <span className="word">{t('calendarFrom')}</span>
      <NumberField label={t('field.first')} at={`${at}/first`} value={first} least={-36_500} most={0} onChange={(next = 0) => onChange(cleaned({ ...value, first: next === 0 ? undefined : next }))} />
      <span className="word">{t('calendarTo')}</span>
      <NumberField label={t('field.last')} at={`${at}/last`} value={last} least={-36_500} most={0} onChange={(next = 0) => onChange(cleaned({ ...value, last: next === 0 ? undefined : next }))} />
      <span className="muted small">{named ? t(`span.${value.unit}.${named[0]}_${named[1]}`.replaceAll('-', 'm')) : t('calendarHint')}</span>
    </>
  )
}

type SinceWindow = Extract<Window, { type: 'since' }>

function Since({ value, onChange, at }: Omit<PartProps<SinceWindow>, 'onChange'> & { onChange: (value: Window) => void }) {
  const { t } = useTranslation('conditions')
  return (
    <>
      <Choice label={t('field.which')} at={`${at}/which`} value={value.which} options={['first', 'last'].map((which) => ({ value: which, label: t(`which.${which}`) }))} onChange={(which) => onChange({ ...value, which: which as 'first' | 'last' })} />
      <SelectionEditor value={value.fact} at={`${at}/fact`} onChange={(fact) => onChange({ ...value, fact })} />
      <OptionalLength label={t('within')} add={t('addWithin')} value={value.within} at={`${at}/within`} onChange={(within) => onChange(cleaned({ ...value, within }))} />
    </>
  )
}

interface OptionalLengthProps extends PartProps<Length | undefined> {
  label: string
  add: string
}

/** A length that may be left out: minutes to weeks. */
export function OptionalLength({ value, onChange, at, label, add }: OptionalLengthProps) {
  return (
    <>
      <label className="check"><input type="checkbox" checked={value !== undefined} onChange={(event) => onChange(event.target.checked ? DAYS_30 : undefined)} />{value ? label : add}</label>
      {value && <LengthEditor value={value} at={at} units={SHORT_UNITS} onChange={onChange} />}
    </>
  )
}
