import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { begin, conditionOf, edit, type Action, type Editor } from './editor'
import { CLAUSES, MEASURES, MOMENTS, PROPERTIES, TESTS, WINDOWS, recognise } from './shape'
import { pointers, type Group, type Node } from './tree'
import type { Json } from './types'

const email: Json = { type: 'identity', identity: 'email' }
const phone: Json = { type: 'identity', identity: 'phone' }
const staff: Json = { type: 'tag', category: 'staff' }
const after = (json: Json, ...actions: ((editor: Editor) => Action)[]) => actions.reduce((editor, next) => edit(editor, next(editor)), begin(json))
const child = (node: Node, ...path: number[]): Node => path.reduce<Node>((at, i) => (at as Group).of[i] as Node, node)

describe('the tree of a condition', () => {
  it('comes out as it went in, unknown members and all', () => {
    const strange: Json = { version: 1, of: [{ type: 'all', of: [], shade: 'new' }, { type: 'surely', of: email }, { type: 'weather', in: ['Paris', null] }, 7, 'text'], type: 'any' }
    expect(JSON.stringify(conditionOf(begin(strange)))).toBe(JSON.stringify(strange))
  })

  it('leaves a lone clause without a group until another joins it', () => {
    const editor = begin(email)
    expect(conditionOf(editor)).toEqual(email)
    expect(conditionOf(edit(editor, { do: 'add', to: editor.root.id, json: phone }))).toEqual({ type: 'all', of: [email, phone] })
  })

  it('points where the server points', () => {
    const editor = begin({ type: 'all', of: [email, { type: 'surely', of: { type: 'any', of: [phone] } }] })
    expect([...pointers(editor.root).values()]).toEqual(['', '/of/0', '/of/1', '/of/1/of', '/of/1/of/of/0'])
    expect([...pointers(begin(email).root).values()]).toEqual(['', ''])
  })

  it('moves a clause within its group, and past its end out of it', () => {
    const json: Json = { type: 'all', of: [{ type: 'any', of: [email, phone] }, staff] }
    const down = (path: number[]) => (editor: Editor): Action => ({ do: 'move', id: child(editor.root, ...path).id, by: 1 })
    expect(conditionOf(after(json, down([0, 0])))).toEqual({ type: 'all', of: [{ type: 'any', of: [phone, email] }, staff] })
    expect(conditionOf(after(json, down([0, 1])))).toEqual({ type: 'all', of: [{ type: 'any', of: [email] }, phone, staff] })
    expect(conditionOf(after({ type: 'all', of: [email, phone] }, down([1])))).toEqual({ type: 'all', of: [email, phone] })
  })

  it('nests a clause in a group of the other kind, and lifts it out again', () => {
    const json: Json = { type: 'all', of: [email, phone] }
    const nested = after(json, ({ root }) => ({ do: 'nest', id: child(root, 0).id }))
    expect(conditionOf(nested)).toEqual({ type: 'all', of: [{ type: 'any', of: [email] }, phone] })
    expect(conditionOf(edit(nested, { do: 'lift', id: child(nested.root, 0, 0).id }))).toEqual(json)
  })

  it('removes a clause and puts the keyboard on its neighbour, or on the group that became empty', () => {
    const one = after({ type: 'all', of: [email, phone] }, ({ root }) => ({ do: 'remove', id: child(root, 0).id }))
    expect(conditionOf(one)).toEqual({ type: 'all', of: [phone] })
    expect(one.focus).toMatchObject({ id: child(one.root, 0).id, on: 'tools' })
    const none = edit(one, { do: 'remove', id: child(one.root, 0).id })
    expect(none.focus).toMatchObject({ id: none.root.id, on: 'add' })
  })

  it('removes what stands under “surely” with it', () => {
    const editor = begin({ type: 'all', of: [{ type: 'surely', of: email }, phone] })
    const inner = child(editor.root, 0)
    expect(inner.kind).toBe('surely')
    expect(conditionOf(edit(editor, { do: 'remove', id: inner.kind === 'surely' ? inner.of.id : 0 }))).toEqual({ type: 'all', of: [phone] })
  })

  it('takes “surely” on and off', () => {
    const on = after({ type: 'none', of: [email] }, ({ root }) => ({ do: 'surely', id: child(root, 0).id }))
    expect(conditionOf(on)).toEqual({ type: 'none', of: [{ type: 'surely', of: email }] })
    const wrapped = child(on.root, 0)
    expect(conditionOf(edit(on, { do: 'surely', id: wrapped.kind === 'surely' ? wrapped.of.id : 0 }))).toEqual({ type: 'none', of: [email] })
  })

  it('undoes typing in one field as one step, and redoes it', () => {
    const set = (identity: string) => ({ root }: Editor): Action => ({ do: 'set', id: child(root, 0).id, json: { type: 'identity', identity }, field: 'identity' })
    const typed = after({ type: 'all', of: [email] }, set('w'), set('we'), set('wechat'))
    const undone = edit(typed, { do: 'undo' })
    expect(conditionOf(undone)).toEqual({ type: 'all', of: [email] })
    expect(undone.past).toHaveLength(0)
    expect(conditionOf(edit(undone, { do: 'redo' }))).toEqual({ type: 'all', of: [{ type: 'identity', identity: 'wechat' }] })
  })

  it('keeps the objects of untouched branches, so that only what changed is drawn again', () => {
    const editor = begin({ type: 'all', of: [{ type: 'any', of: [email] }, phone] })
    const next = edit(editor, { do: 'set', id: child(editor.root, 1).id, json: staff })
    expect(child(next.root, 0)).toBe(child(editor.root, 0))
  })

  it('does nothing where nothing can be done', () => {
    const editor = begin({ type: 'all', of: [email] })
    for (const action of [{ do: 'undo' }, { do: 'redo' }, { do: 'remove', id: editor.root.id }, { do: 'nest', id: -1 }, { do: 'load', json: { type: 'all', of: [email] } }] as Action[]) expect(edit(editor, action)).toBe(editor)
  })
})

type Variant = { properties: Record<string, { const?: string }>; required: string[] }
const published = JSON.parse(readFileSync(join(process.cwd(), '../kernel/src/main/resources/io/millrace/kernel/condition/condition-v1.json'), 'utf8')) as { $defs: Record<string, { oneOf?: Variant[] }> }
const variants = (name: string) => Object.fromEntries((published.$defs[name]?.oneOf ?? []).map((each) => [
  each.properties.type?.const ?? '',
  Object.keys(each.properties).filter((field) => field !== 'type' && field !== 'version').map((field) => (each.required.includes(field) ? field : `${field}?`)).sort(),
]))
const own = (table: Record<string, Record<string, unknown>>) => Object.fromEntries(Object.entries(table).map(([type, members]) => [type, Object.keys(members).sort()]))

describe('the forms that have an editor', () => {
  it('are those of the published schema, member for member', () => {
    const groups = { all: ['of'], any: ['of'], none: ['of'], surely: ['of'] }
    expect({ ...own(CLAUSES), ...groups }).toEqual(variants('condition'))
    expect(own(TESTS)).toEqual(variants('test'))
    expect(own(WINDOWS)).toEqual(variants('window'))
    expect(own(PROPERTIES)).toEqual(variants('property'))
    expect(own(MEASURES)).toEqual(variants('measure'))
    expect(own(MOMENTS)).toEqual(variants('moment'))
  })

  it('leave everything else to be shown as text', () => {
    expect(recognise(email)).toBe(email)
    expect(recognise({ type: 'identity', identity: 'email', verified: true })).toBeNull()
    expect(recognise({ type: 'facts', facts: { kinds: ['order.completed'] }, window: { type: 'moon' }, test: { type: 'isSet' } })).toBeNull()
    expect(recognise({ type: 'weather' })).toBeNull()
    expect(recognise(null)).toBeNull()
  })
})
