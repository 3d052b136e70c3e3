import { NOW, DAY, world, type Customer, type Fact } from './world.ts'
import { rfm, stageOf } from './understand.ts'

type Tree = Record<string, unknown> & { type?: string; of?: unknown }
export interface Fault { pointer: string; code: string; message: string }

const CHECKED: Record<string, string[]> = {
  attribute: ['name'], attributeChanged: ['name'], anniversary: ['attribute'], identity: ['identity'], consent: ['purpose', 'channel'], tag: ['category'], score: ['model', 'figure'], stage: ['scheme'], stageMoved: ['scheme'],
  facts: [], sequence: [], audience: ['audience'], bucket: ['salt'], count: ['kind'], amount: ['kind'], daysSinceFirst: ['kind'], daysSinceLast: ['kind'], customerAge: [],
}

/** What the server would find wrong: only so much of it that the console's marks can be seen. */
export function faults(tree: Tree, at = ''): Fault[] {
  if (tree.type === 'all' || tree.type === 'any' || tree.type === 'none') return (tree.of as Tree[]).flatMap((part, i) => faults(part, `${at}/of/${i}`))
  if (tree.type === 'surely') return faults(tree.of as Tree, `${at}/of`)
  const needed = CHECKED[tree.type ?? '']
  if (!needed) return [{ pointer: `${at}/type`, code: 'condition.type-unknown', message: `There is no clause “${String(tree.type)}”` }]
  const empty = needed.filter((field) => !tree[field]).map((field) => ({ pointer: `${at}/${field}`, code: 'condition.not-text', message: 'Must be text of 1 to 256 characters' }))
  const test = tree.test as Tree | undefined
  if (test?.type === 'equals' && test.value === '') empty.push({ pointer: `${at}/test/value`, code: 'condition.not-a-value', message: 'Must be a text, a number or a flag' })
  if (tree.type === 'stage' && (tree.stages as unknown[]).length === 0) empty.push({ pointer: `${at}/stages`, code: 'condition.list-length', message: 'Must have 1 to 100 members' })
  return empty
}

function compare(value: number, comparison: string, number: number): boolean {
  return { 'at-least': value >= number, 'at-most': value <= number, 'more-than': value > number, 'less-than': value < number, exactly: value === number }[comparison] ?? false
}

function tested(value: unknown, test: Tree): boolean {
  if (value === undefined || value === null) return false
  if (test.type === 'equals') return value === test.value
  if (test.type === 'oneOf') return (test.values as unknown[]).includes(value)
  if (test.type === 'contains') return String(value).includes(String(test.text))
  if (test.type === 'startsWith') return String(value).startsWith(String(test.text))
  if (test.type === 'compares') return compare(Number(value), String(test.comparison), Number(test.number))
  return true
}

const UNITS: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: DAY, week: 7 * DAY, month: 30 * DAY, year: 365 * DAY }
const millis = (length: Tree) => Number(length.amount) * (UNITS[String(length.unit)] ?? DAY)

function inside(fact: Fact, window: Tree | undefined, t: number): boolean {
  if (window?.type === 'last') return t < fact.at + millis(window.length as Tree)
  if (window?.type === 'older') return fact.at + millis(window.length as Tree) <= t
  if (window?.type === 'calendar') return fact.at > t - (1 - Number(window.first ?? 0)) * (UNITS[String(window.unit)] ?? DAY)
  return true
}

let scores: Map<string, { type: string; r: number; f: number; m: number }> | null = null
const scoreOf = (c: Customer) => (scores ??= new Map(rfm(NOW).scored.map((s) => [s.customer.id, s]))).get(c.id)
const hash = (text: string) => [...text].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 10_000, 7)

/** A rough evaluator: the look of the numbers, not their truth. */
export function holds(tree: Tree, c: Customer, members: (id: string) => Set<string>, t = NOW): boolean {
  const of = tree.of as Tree[]
  const inner = (part: Tree) => holds(part, c, members, t)
  switch (tree.type) {
    case 'all': return of.every(inner)
    case 'any': return of.some(inner)
    case 'none': return !of.some(inner)
    case 'surely': return inner(tree.of as Tree)
    case 'attribute': return tested((c as unknown as Record<string, unknown>)[String(tree.name)], tree.test as Tree)
    case 'identity': return tree.identity !== 'email' || c.email !== null
    case 'consent': return hash(c.id) % 10 < (tree.channel === 'sms' ? 4 : 7)
    case 'tag': return c.tags.some((tag) => tag.category === tree.category && (!tree.value || tag.value === tree.value))
    case 'stage': return (tree.stages as string[]).includes(stageOf(String(tree.scheme), c, t) ?? '')
    case 'score': return tested((scoreOf(c) as Record<string, unknown> | undefined)?.[String(tree.figure)], tree.test as Tree)
    case 'audience': return members(String(tree.audience)).has(c.id)
    case 'bucket': return hash(c.id + String(tree.salt)) < Number(tree.below)
    case 'facts': {
      const kinds = ((tree.facts as Tree).kinds as string[] | undefined) ?? []
      const facts = c.facts.filter((fact) => fact.at <= t && (kinds.length === 0 || kinds.includes(fact.kind)) && inside(fact, tree.window as Tree | undefined, t))
      const sum = facts.reduce((total, fact) => total + (fact.amount ?? 0), 0)
      const measure = String((tree.measure as Tree | undefined)?.type ?? 'count')
      return tested(measure === 'count' ? facts.length : measure === 'average' ? sum / (facts.length || 1) : sum, tree.test as Tree)
    }
    default: return hash(c.id + String(tree.type)) % 3 === 0
  }
}

export const everybody = () => (world.loaded ? world.customers : [])
