import { find, fromJson, newGroup, newSurely, parentOf, replace, toJson, type Group, type Node } from './tree'
import type { GroupType, Json } from './types'

/** Where the keyboard should be after a change: on the first field of a node, on its tools, or on what adds to a group. */
export interface Focus { id: number; on: 'field' | 'tools' | 'add'; turn: number }

export interface Editor {
  root: Group
  past: Group[]
  future: Group[]
  focus: Focus | null
  /** What the latest change was part of; changes of one field become one step of undo. */
  merging: string
}

export type Action =
  | { do: 'add'; to: number; json: Json }
  | { do: 'set'; id: number; json: Json; field?: string }
  | { do: 'join'; id: number; type: GroupType }
  | { do: 'remove'; id: number }
  | { do: 'move'; id: number; by: 1 | -1 }
  | { do: 'nest'; id: number }
  | { do: 'lift'; id: number }
  | { do: 'copy'; id: number }
  | { do: 'surely'; id: number }
  | { do: 'load'; json: Json }
  | { do: 'undo' }
  | { do: 'redo' }

const KEPT = 200

/** The tree always has a group at its root; a lone clause stands in one of "all". */
function rooted(json: Json): Group {
  const node = fromJson(json)
  return node.kind === 'group' ? node : { ...newGroup('all', [node]), implied: true }
}

export const begin = (json: Json): Editor => ({ root: rooted(json), past: [], future: [], focus: null, merging: '' })
export const conditionOf = (editor: Editor): Json => toJson(editor.root)

function changed(editor: Editor, root: Node, focus: Omit<Focus, 'turn'> | null, merging = ''): Editor {
  if (root === editor.root || root.kind !== 'group') return editor
  const merges = merging !== '' && merging === editor.merging
  return {
    root, merging, future: [],
    past: merges ? editor.past : [...editor.past.slice(1 - KEPT), editor.root],
    focus: focus && { ...focus, turn: (editor.focus?.turn ?? 0) + 1 },
  }
}

function add(editor: Editor, to: number, json: Json): Editor {
  const group = find(editor.root, to)
  if (group?.kind !== 'group') return editor
  const node = fromJson(json)
  return changed(editor, replace(editor.root, to, [{ ...group, of: [...group.of, node] }]), { id: node.id, on: node.kind === 'group' ? 'add' : 'field' })
}

/** A lone child of "surely" goes with it. */
function remove(editor: Editor, id: number): Editor {
  const parent = parentOf(editor.root, id)
  if (!parent) return editor
  if (parent.kind === 'surely') return remove(editor, parent.id)
  const at = parent.of.findIndex((child) => child.id === id)
  const next = parent.of[at + 1] ?? parent.of[at - 1]
  return changed(editor, replace(editor.root, id, []), next ? { id: next.id, on: 'tools' } : { id: parent.id, on: 'add' })
}

/** One place up or down; past the end of its group it goes out of it, and into a neighbouring group it does not fall. */
function move(editor: Editor, id: number, by: 1 | -1): Editor {
  const parent = parentOf(editor.root, id)
  if (!parent) return editor
  if (parent.kind === 'surely') return move(editor, parent.id, by)
  const at = parent.of.findIndex((child) => child.id === id)
  const node = parent.of[at]
  if (!node) return editor
  if (at + by < 0 || at + by >= parent.of.length) return lift(editor, id, by)
  const of = parent.of.filter((child) => child.id !== id)
  of.splice(at + by, 0, node)
  return changed(editor, replace(editor.root, parent.id, [{ ...parent, of }]), { id, on: 'tools' })
}

/** Out of its group, to before or after it. */
function lift(editor: Editor, id: number, by: 1 | -1): Editor {
  const parent = parentOf(editor.root, id)
  const node = find(editor.root, id)
  if (!parent || !node) return editor
  if (parent.kind === 'surely') return lift(editor, parent.id, by)
  const outer = parentOf(editor.root, parent.id)
  if (!outer || outer.kind === 'surely') return editor
  const rest: Group = { ...parent, of: parent.of.filter((child) => child.id !== id) }
  const kept: Node[] = rest.of.length > 0 ? [rest] : []
  return changed(editor, replace(editor.root, parent.id, by < 0 ? [node, ...kept] : [...kept, node]), { id, on: 'tools' })
}

function nest(editor: Editor, id: number): Editor {
  const node = find(editor.root, id)
  const parent = parentOf(editor.root, id)
  if (!node || !parent) return editor
  const type: GroupType = parent.kind === 'group' && parent.type === 'all' ? 'any' : 'all'
  return changed(editor, replace(editor.root, id, [newGroup(type, [node])]), { id, on: 'tools' })
}

function copy(editor: Editor, id: number): Editor {
  const node = find(editor.root, id)
  const parent = parentOf(editor.root, id)
  if (!node || parent?.kind !== 'group') return editor
  const twin = fromJson(toJson(node))
  return changed(editor, replace(editor.root, id, [node, twin]), { id: twin.id, on: 'tools' })
}

/** Takes unknown for false, or no longer. */
function surely(editor: Editor, id: number): Editor {
  const node = find(editor.root, id)
  if (!node || node === editor.root) return editor
  const parent = parentOf(editor.root, id)
  if (parent?.kind === 'surely') return changed(editor, replace(editor.root, parent.id, [node]), { id, on: 'tools' })
  return changed(editor, replace(editor.root, id, [newSurely(node)]), { id, on: 'tools' })
}

function set(editor: Editor, id: number, json: Json, field?: string): Editor {
  const node = find(editor.root, id)
  if (node?.kind !== 'leaf') return editor
  return changed(editor, replace(editor.root, id, [{ ...node, json }]), null, field === undefined ? '' : `${id} ${field}`)
}

function join(editor: Editor, id: number, type: GroupType): Editor {
  const group = find(editor.root, id)
  if (group?.kind !== 'group' || group.type === type) return editor
  return changed(editor, replace(editor.root, id, [{ ...group, type }]), null)
}

function step(editor: Editor, from: 'past' | 'future'): Editor {
  const to = from === 'past' ? 'future' : 'past'
  const root = editor[from].at(-1)
  if (!root) return editor
  return { ...editor, root, [from]: editor[from].slice(0, -1), [to]: [...editor[to], editor.root], merging: '', focus: null }
}

/** Every edit of a condition, as a pure function. */
export function edit(editor: Editor, action: Action): Editor {
  switch (action.do) {
    case 'add': return add(editor, action.to, action.json)
    case 'set': return set(editor, action.id, action.json, action.field)
    case 'join': return join(editor, action.id, action.type)
    case 'remove': return remove(editor, action.id)
    case 'move': return move(editor, action.id, action.by)
    case 'nest': return nest(editor, action.id)
    case 'lift': return lift(editor, action.id, 1)
    case 'copy': return copy(editor, action.id)
    case 'surely': return surely(editor, action.id)
    case 'load': return JSON.stringify(toJson(editor.root)) === JSON.stringify(action.json) ? editor : changed(editor, rooted(action.json), null, 'text')
    case 'undo': return step(editor, 'past')
    case 'redo': return step(editor, 'future')
  }
}

