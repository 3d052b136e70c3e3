/** The best so many of the same ranking. */
export function sized(open: string, size: number): string {
  const search = new URLSearchParams(open)
  const all = search.getAll('in').map((each) => each.replace(/^((?:lookalike|choice):[^~]*~)\d+/, `$1${size}`))
  search.delete('in')
  all.forEach((each) => search.append('in', each))
  return search.toString()
}
