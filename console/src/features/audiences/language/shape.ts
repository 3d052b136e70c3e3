import { childrenOf, type Node } from './tree'
import type { Clause, Json, JsonObject } from './types'
import { CALENDAR_UNITS, COMPARISONS, DIMENSIONS, UNITS } from './types'

/** Says whether a value is built as the language builds it; whether its words mean something, the server says. */
export type Check = (value: Json | undefined) => boolean

const text: Check = (value) => typeof value === 'string'
const number: Check = (value) => typeof value === 'number'
const flag: Check = (value) => typeof value === 'boolean'
const scalar: Check = (value) => text(value) || number(value) || flag(value)
const word = (words: readonly string[]): Check => (value) => typeof value === 'string' && words.includes(value)
const list = (of: Check): Check => (value) => Array.isArray(value) && value.every(of)

const isObject = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Exactly these members; a name that ends in "?" may be missing. */
function fields(members: Record<string, Check>): Check {
  const known = new Map(Object.entries(members).map(([name, check]) => [name.replace('?', ''), { check, optional: name.endsWith('?') }]))
  return (value) => isObject(value)
    && Object.keys(value).every((name) => known.has(name))
    && [...known].every(([name, { check, optional }]) => (value[name] === undefined ? optional : check(value[name])))
}

type Variants = Record<string, Record<string, Check>>

/** One of several forms that `type` tells apart. */
function union(variants: Variants): Check {
  const checks = new Map(Object.entries(variants).map(([type, members]) => [type, fields({ type: text, ...members })]))
  return (value) => isObject(value) && typeof value.type === 'string' && (checks.get(value.type)?.(value) ?? false)
}

const length = fields({ amount: number, unit: word(UNITS) })
const comparison = word(COMPARISONS)
export const TESTS: Variants = {
  isSet: {}, equals: { value: scalar }, oneOf: { values: list(scalar) }, contains: { text }, startsWith: { text }, includes: { text },
  compares: { comparison, number }, date: { comparison, date: text },
}
const test = union(TESTS)
export const PROPERTIES: Variants = { attribute: { name: text }, amount: { currency: text }, subject: {}, source: {}, kind: {} }
const property = union(PROPERTIES)
const selection = fields({ 'kinds?': list(text), 'where?': list(fields({ property, test, 'negated?': flag })), 'notCancelled?': flag })
export const MEASURES: Variants = {
  count: {}, distinct: { of: property }, sum: { of: property }, average: { of: property }, least: { of: property }, most: { of: property }, first: { of: property }, last: { of: property },
  sinceFirst: { unit: word(UNITS) }, sinceLast: { unit: word(UNITS) },
}
export const WINDOWS: Variants = {
  ever: {}, last: { length }, older: { length }, calendar: { unit: word(CALENDAR_UNITS), 'first?': number, 'last?': number }, between: { 'from?': text, 'to?': text }, dates: { 'from?': text, 'to?': text },
  since: { fact: selection, which: word(['first', 'last']), 'within?': length }, aroundAnniversary: { attribute: text, 'daysBefore?': number, 'daysAfter?': number },
}
const window = union(WINDOWS)
export const MOMENTS: Variants = { now: {}, ago: { length }, at: { instant: text } }
const moment = union(MOMENTS)
const since = { kind: text, comparison, days: number }

export const CLAUSES: Record<Clause['type'], Record<string, Check>> = {
  attribute: { name: text, test }, attributeChanged: { name: text, 'window?': window }, anniversary: { attribute: text, 'daysBefore?': number, 'daysAfter?': number },
  identity: { identity: text }, consent: { purpose: text, channel: text, 'state?': word(['given', 'withdrawn', 'never-asked']) },
  tag: { category: text, 'value?': text, 'scheduledToday?': flag }, score: { model: text, figure: text, test, 'asOf?': moment },
  stage: { scheme: text, stages: list(text), 'asOf?': moment }, stageMoved: { scheme: text, 'from?': list(text), 'to?': list(text), 'window?': window },
  facts: { facts: selection, 'measure?': union(MEASURES), 'window?': window, test },
  sequence: { steps: list(selection), 'within?': length, 'without?': list(selection), 'same?': property, 'window?': window },
  preference: { dimension: word(DIMENSIONS), test },
  audience: { audience: text }, bucket: { salt: text, 'from?': number, below: number },
  count: { kind: text, comparison, number, 'lastDays?': number }, amount: { kind: text, currency: text, comparison, minorUnits: number, 'lastDays?': number },
  daysSinceFirst: since, daysSinceLast: since, customerAge: { comparison, days: number },
}

const clause = union(Object.fromEntries(Object.entries(CLAUSES).map(([type, members]) => [type, { ...members, 'version?': number }])))

/** The clause, if an editor can show all of it; what has anything more in it is shown as text and left as it is. */
export const recognise = (json: Json): Clause | null => (clause(json) ? (json as unknown as Clause) : null)

/** Whether the console has editors and words for all of it. */
export const known = (node: Node): boolean => (node.kind === 'leaf' ? recognise(node.json) !== null : childrenOf(node).every(known))
