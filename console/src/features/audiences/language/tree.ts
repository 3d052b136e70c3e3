import { GROUP_TYPES, type GroupType, type Json, type JsonObject } from './types'

/** A condition being edited: the JSON itself, plus an id for each node that survives edits and moves. */
export type Node = Group | Surely | Leaf
/** @property implied the condition came without a group around it, and goes without one while it stays alone. */
export interface Group { id: number; kind: 'group'; type: GroupType; of: Node[]; raw: JsonObject; implied?: boolean }
export interface Surely { id: number; kind: 'surely'; of: Node; raw: JsonObject }
/** Everything else, as it came: a clause, or something that this console does not know. */
export interface Leaf { id: number; kind: 'leaf'; json: Json }

let last = 0
export const freshId = () => ++last

const isObject = (json: Json): json is JsonObject => typeof json === 'object' && json !== null && !Array.isArray(json)
const isGroupType = (type: Json | undefined): type is GroupType => GROUP_TYPES.some((each) => each === type)
const onlyKnown = (json: JsonObject) => Object.keys(json).every((name) => ['type', 'version', 'of'].includes(name))

export function fromJson(json: Json): Node {
  if (isObject(json) && onlyKnown(json)) {
    if (isGroupType(json.type) && Array.isArray(json.of)) return { id: freshId(), kind: 'group', type: json.type, of: json.of.map(fromJson), raw: json }
    if (json.type === 'surely' && json.of !== undefined && !Array.isArray(json.of)) return { id: freshId(), kind: 'surely', of: fromJson(json.of), raw: json }
  }
  return { id: freshId(), kind: 'leaf', json }
}

/** The reverse, member for member: what was not edited comes out as it went in, in the same order. */
export function toJson(node: Node): Json {
  if (node.kind === 'leaf') return node.json
  if (node.kind === 'surely') return { ...node.raw, of: toJson(node.of) }
  const alone = aloneIn(node)
  if (alone) return toJson(alone)
  return { ...node.raw, type: node.type, of: node.of.map(toJson) }
}

export const aloneIn = (group: Group): Node | null => (group.implied && group.type === 'all' && group.of.length === 1 ? (group.of[0] ?? null) : null)

export const newGroup = (type: GroupType, of: Node[]): Group => ({ id: freshId(), kind: 'group', type, of, raw: { type, of: [] } })
export const newSurely = (of: Node): Surely => ({ id: freshId(), kind: 'surely', of, raw: { type: 'surely', of: {} } })

export const childrenOf = (node: Node): Node[] => (node.kind === 'group' ? node.of : node.kind === 'surely' ? [node.of] : [])

export function find(node: Node, id: number): Node | null {
  if (node.id === id) return node
  for (const child of childrenOf(node)) {
    const found = find(child, id)
    if (found) return found
  }
  return null
}

export function parentOf(node: Node, id: number): Group | Surely | null {
  for (const child of childrenOf(node)) {
    if (child.id === id) return node as Group | Surely
    const found = parentOf(child, id)
    if (found) return found
  }
  return null
}

/** The same tree with one node replaced by any number of others (none removes it); untouched branches stay the same objects. */
export function replace(node: Node, id: number, by: Node[]): Node {
  if (node.id === id) return by[0] ?? newGroup('all', [])
  if (node.kind === 'surely') {
    const [only] = node.of.id === id ? by : [replace(node.of, id, by)]
    return only === node.of ? node : only ? { ...node, of: only } : newGroup('all', [])
  }
  if (node.kind === 'leaf') return node
  const of = node.of.flatMap((child) => (child.id === id ? by : [replace(child, id, by)]))
  return of.length === node.of.length && of.every((child, i) => child === node.of[i]) ? node : { ...node, of }
}

/** Where each node stands, as a JSON pointer. */
export function pointers(node: Node, at = ''): Map<number, string> {
  const all = new Map([[node.id, at]])
  const into = (child: Node, pointer: string) => pointers(child, pointer).forEach((value, id) => all.set(id, value))
  if (node.kind === 'group') node.of.forEach((child, i) => into(child, aloneIn(node) ? at : `${at}/of/${i}`))
  if (node.kind === 'surely') into(node.of, `${at}/of`)
  return all
}

/** The clauses in all, groups not counted. */
export const clausesIn = (node: Node): number => (node.kind === 'leaf' ? 1 : childrenOf(node).reduce((sum, child) => sum + clausesIn(child), 0))
