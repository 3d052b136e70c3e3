import type { Leaf } from './types'

export interface Dot extends Leaf {
  x: number
  y: number
  fromX: number
  fromY: number
}

/** Places a tree around its root: a generation a ring, each branch a sector as wide as it has ends. */
export function radial(people: Leaf[], size: number): Dot[] {
  const children = new Map<number, number[]>()
  people.forEach((leaf, i) => children.set(leaf.parent, [...(children.get(leaf.parent) ?? []), i]))
  const depth: number[] = []
  people.forEach((leaf, i) => { depth[i] = leaf.parent < 0 ? 1 : (depth[leaf.parent] ?? 0) + 1 })
  const ends: number[] = people.map(() => 0)
  for (let i = people.length - 1; i >= 0; i--) ends[i] = (children.get(i) ?? []).reduce((sum, child) => sum + (ends[child] ?? 0), 0) || 1
  const ring = (size / 2 - 6) / Math.max(1, ...depth)
  const spot: { x: number; y: number }[] = []
  const place = (node: number, from: number, to: number) => {
    let at = from
    const kin = children.get(node) ?? []
    const all = kin.reduce((sum, child) => sum + (ends[child] ?? 0), 0)
    for (const child of kin) {
      const wide = ((to - from) * (ends[child] ?? 0)) / all
      const angle = at + wide / 2
      const far = ring * (depth[child] ?? 1)
      spot[child] = { x: size / 2 + far * Math.cos(angle), y: size / 2 + far * Math.sin(angle) }
      place(child, at, at + wide)
      at += wide
    }
  }
  place(-1, -Math.PI / 2, 1.5 * Math.PI)
  const middle = { x: size / 2, y: size / 2 }
  return people.map((leaf, i) => {
    const from = (leaf.parent < 0 ? undefined : spot[leaf.parent]) ?? middle
    return { ...leaf, ...(spot[i] ?? middle), fromX: from.x, fromY: from.y }
  })
}
