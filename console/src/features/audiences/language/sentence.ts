import type { TFunction } from 'i18next'
import type { Format } from '@/lib/format'
import { recognise } from './shape'
import type { Node } from './tree'
import { aloneIn } from './tree'
import type { Clause, FactsClause, Filter, Json, Length, Measure, Moment, Property, Scalar, Selection, Test, Window } from './types'

/** What a sentence is made with: the texts of the language, and the names of what is asked about. */
export interface Speech {
  t: TFunction<'conditions'>
  format: Format
  kind: (key: string) => string
  attribute: (name: string) => string
  word: (space: 'identity' | 'purpose' | 'channel' | 'property', key: string) => string
  scheme: (key: string) => string
  stage: (scheme: string, key: string) => string
  model: (key: string) => string
  figure: (model: string, key: string) => string
  audience: (id: string) => string
}

const SHOWN = 5

/** Conditions in the reader's language. */
export function sentences({ t, format, ...names }: Speech) {
  const gap = t('say.gap')
  const glue = (...parts: string[]) => parts.filter((part) => part !== '').join(gap)
  const some = (list: string[]) => (list.length > SHOWN ? t('say.more', { list: list.slice(0, SHOWN).join(t('say.comma')), count: list.length - SHOWN }) : list.join(t('say.comma')))
  const either = (list: string[]) => list.join(t('say.or'))
  const scalar = (value: Scalar) => (typeof value === 'boolean' ? t(`flag.${String(value)}`) : typeof value === 'number' ? String(value) : t('say.quoted', { text: value }))
  const length = ({ amount, unit }: Length) => t('say.length', { amount: format.number(amount), unit: t(`unit.${unit}`, { count: amount }) })

  function test(value: Test, money?: string): string {
    switch (value.type) {
      case 'isSet': return t('say.isSet')
      case 'equals': return t('say.equals', { value: scalar(value.value) })
      case 'oneOf': return t('say.oneOf', { values: some(value.values.map(scalar)) })
      case 'compares': return t(`say.compares.${value.comparison}`, { number: money ? format.money({ amount: value.number, currency: money }) : format.number(value.number, 6) })
      case 'date': return t(`say.date.${value.comparison}`, { date: format.date(value.date) })
      default: return t(`say.${value.type}`, { text: t('say.quoted', { text: value.text }) })
    }
  }

  const property = (value: Property) => (value.type === 'attribute' ? names.attribute(value.name) : t(`property.${value.type}`))
  const moneyOf = (of: Property) => (of.type === 'amount' ? of.currency : undefined)
  const filter = (value: Filter) => t(value.negated ? 'say.filterNot' : 'say.filter', { property: property(value.property), test: test(value.test, moneyOf(value.property)) })

  function selection({ kinds = [], where = [], notCancelled = false }: Selection): string {
    const all = kinds.length > 0 ? either(kinds.map((kind) => t('say.kind', { kind: names.kind(kind) }))) : t('anyFact')
    const what = notCancelled ? t('say.uncancelled', { what: all }) : all
    return where.length > 0 ? t('say.where', { what, filters: where.map(filter).join(t('say.and')) }) : what
  }

  function calendar({ unit, first = 0, last = 0 }: Extract<Window, { type: 'calendar' }>): string {
    if (first === 0 && last === 0) return t(`say.this.${unit}`)
    if (first === -1 && last === -1) return t(`say.last.${unit}`)
    return t(last === 0 ? 'say.calendarNow' : 'say.calendar', { count: last - first + 1, unit: t(`unit.${unit}`, { count: last - first + 1 }), back: -last })
  }

  function window(value: Window | undefined): string {
    switch (value?.type) {
      case undefined: case 'ever': return ''
      case 'last': case 'older': return t(`say.window.${value.type}`, { length: length(value.length) })
      case 'calendar': return calendar(value)
      case 'dates': case 'between': {
        const say = (text: string | undefined) => (text === undefined ? '…' : value.type === 'dates' ? format.date(text) : format.dateTime(text))
        return t('say.window.dates', { from: say(value.from), to: say(value.to) })
      }
      case 'since': return t('say.window.since', { which: t(`which.${value.which}`), fact: selection(value.fact), within: value.within ? t('say.within', { length: length(value.within) }) : '' })
      case 'aroundAnniversary': return t('say.window.around', { attribute: names.attribute(value.attribute), before: value.daysBefore ?? 0, after: value.daysAfter ?? 0 })
    }
  }

  const moment = (value: Moment | undefined) => (value?.type === 'ago' ? t('say.ago', { length: length(value.length) }) : value?.type === 'at' ? t('say.at', { instant: format.dateTime(value.instant) }) : '')
  const measure = (value: Measure, what: string) => t(`say.measure.${value.type}`, { what, property: 'of' in value ? property(value.of) : '', unit: 'unit' in value ? t(`unit.${value.unit}`, { count: 2 }) : '' })

  function facts(value: FactsClause): string {
    const what = selection(value.facts)
    const of = value.measure ?? { type: 'count' }
    const asked = value.test.type === 'compares' ? `${value.test.comparison} ${value.test.number}` : ''
    if (of.type === 'count' && (asked === 'at-least 1' || asked === 'more-than 0')) return t('say.performed', { what, window: window(value.window) }).trim()
    if (of.type === 'count' && (asked === 'exactly 0' || asked === 'at-most 0' || asked === 'less-than 1')) return t('say.notPerformed', { what, window: window(value.window) }).trim()
    if (of.type === 'count' && value.test.type === 'compares') return t('say.counted', { what, times: t(`say.times.${value.test.comparison}`, { count: value.test.number, number: format.number(value.test.number) }), window: window(value.window) }).trim()
    const money = 'of' in of && of.type !== 'distinct' ? moneyOf(of.of) : undefined
    return t('say.facts', { measure: measure(of, what), test: test(value.test, money), window: window(value.window) }).trim()
  }

  function clause(value: Clause): string {
    switch (value.type) {
      case 'attribute': return glue(names.attribute(value.name), test(value.test))
      case 'attributeChanged': return t('say.changed', { name: names.attribute(value.name), window: window(value.window) }).trim()
      case 'anniversary': return t('say.anniversary', { attribute: names.attribute(value.attribute), before: value.daysBefore ?? 0, after: value.daysAfter ?? 0 })
      case 'identity': return t('say.identity', { identity: names.word('identity', value.identity) })
      case 'consent': return t(`say.consent.${value.state ?? 'given'}`, { purpose: names.word('purpose', value.purpose), channel: names.word('channel', value.channel) })
      case 'tag': return t(value.value === undefined ? 'say.anyTag' : 'say.tag', { category: value.category, value: value.value ?? '' }) + (value.scheduledToday ? t('say.scheduled') : '')
      case 'score': return glue(names.model(value.model), names.figure(value.model, value.figure), test(value.test), moment(value.asOf))
      case 'stage': return t('say.stage', { scheme: names.scheme(value.scheme), stages: either(value.stages.map((each) => names.stage(value.scheme, each))), moment: moment(value.asOf) }).trim()
      case 'stageMoved': {
        const stages = (list: string[] | undefined) => (list?.length ? either(list.map((each) => names.stage(value.scheme, each))) : t('anyStage'))
        return t('say.moved', { scheme: names.scheme(value.scheme), from: stages(value.from), to: stages(value.to), window: window(value.window) }).trim()
      }
      case 'facts': return facts(value)
      case 'sequence': return [
        value.steps.map(selection).join(t('say.then')), value.within ? t('say.within', { length: length(value.within) }) : '',
        value.without?.length ? t('say.without', { what: either(value.without.map(selection)) }) : '', value.same ? t('say.same', { property: property(value.same) }) : '',
        value.window && value.window.type !== 'ever' ? t('say.lastStep', { window: window(value.window) }) : '',
      ].filter(Boolean).join(gap)
      case 'preference': return t('say.preference', { dimension: t(`dimension.${value.dimension}`), test: test(value.test) })
      case 'audience': return t('say.audience', { name: names.audience(value.audience) })
      case 'bucket': return t('say.bucket', { from: format.percent((value.from ?? 0) / 10_000, 2), to: format.percent(value.below / 10_000, 2), salt: value.salt })
      case 'count': return t('say.short.count', { kind: names.kind(value.kind), test: t(`say.compares.${value.comparison}`, { number: format.number(value.number) }), window: lastDays(value.lastDays) }).trim()
      case 'amount': return t('say.short.amount', { kind: names.kind(value.kind), test: t(`say.compares.${value.comparison}`, { number: format.money({ amount: value.minorUnits, currency: value.currency }) }), window: lastDays(value.lastDays) }).trim()
      case 'customerAge': return t('say.short.customerAge', { test: t(`say.compares.${value.comparison}`, { number: format.number(value.days) }) })
      default: return t(`say.short.${value.type}`, { kind: names.kind(value.kind), test: t(`say.compares.${value.comparison}`, { number: format.number(value.days) }) })
    }
  }
  const lastDays = (days: number | undefined) => (days === undefined ? '' : t('say.window.last', { length: length({ amount: days, unit: 'day' }) }))

  const leaf = (json: Json) => {
    const known = recognise(json)
    return known ? clause(known) : t('say.unknown', { text: JSON.stringify(json).slice(0, 80) })
  }

  /** @param inner whether the sentence stands inside another one and may need brackets */
  function node(value: Node, inner = false): string {
    if (value.kind === 'leaf') return leaf(value.json)
    if (value.kind === 'surely') return t('say.surely', { what: node(value.of, true) })
    const alone = aloneIn(value) ?? (value.of.length === 1 && value.type !== 'none' ? value.of[0] : undefined)
    if (alone) return node(alone, inner)
    if (value.of.length === 0) return t(value.type === 'any' ? 'say.nobody' : 'say.everybody')
    const joined = value.of.map((each) => node(each, true)).join(t(value.type === 'all' ? 'say.joinAll' : 'say.joinAny'))
    if (value.type === 'none') return t('say.none', { what: joined })
    return inner ? t('say.bracketed', { what: joined }) : joined
  }
  return { node, leaf }
}

export type Sentences = ReturnType<typeof sentences>
