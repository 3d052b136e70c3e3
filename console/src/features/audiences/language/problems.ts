import type { FieldProblem } from '@/lib/problem'
import { pointers, type Node } from './tree'

export type NodeProblems = ReadonlyMap<number, ReadonlyMap<string, string>>

/** Gives each problem of the server to the innermost clause it points into, with the place inside that clause. */
export function assignProblems(root: Node, problems: FieldProblem[]): NodeProblems {
  const places = [...pointers(root)]
  const assigned = new Map<number, Map<string, string>>()
  for (const problem of problems) {
    const pointer = problem.pointer.replace(/^\/condition(?=\/|$)/, '')
    const inside = places.filter(([, at]) => pointer === at || pointer.startsWith(`${at}/`))
    const [id = root.id, at = ''] = inside.reduce<[number, string] | []>((best, each) => (each[1].length >= (best[1]?.length ?? 0) ? each : best), [])
    const own = assigned.get(id) ?? new Map<string, string>()
    assigned.set(id, own.set(pointer.slice(at.length), problem.message))
  }
  return assigned
}
