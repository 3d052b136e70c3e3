function texts(value: string): string[] {
  try {
    return value.split('~').map((part) => new TextDecoder().decode(Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))))
  } catch {
    return []
  }
}

/** Names for what was bought when: their values are texts of any kind, each encoded. */
export function boughtName(name: string, value: string, t: (key: string, holes: Record<string, string | undefined>) => string): string | null {
  if (name === 'deals') {
    const [what = '', of = ''] = value.split('~')
    return t(`response:selection.${what}`, { what: what === 'category' ? texts(of)[0] : of, defaultValue: value })
  }
  if (!['repurchase', 'sequence', 'ladder', 'bundle'].includes(name)) return null
  const [one = '', two = '', ...more] = texts(value)
  if (name === 'repurchase') return t(`baskets:selection.repurchase.${one}`, { item: more[0] || t('baskets:selection.repurchase.any', {}), defaultValue: value })
  if (name === 'sequence') return t(`baskets:selection.sequence.${one}`, { days: more[0], first: more[1], then: more[2], defaultValue: value })
  if (name === 'ladder') return t(two === 'once' ? 'baskets:selection.ladder.once' : 'baskets:selection.ladder.move', { category: one, first: String(Number(two) + 1), last: String(Number(more[0]) + 1) })
  return t(`baskets:selection.bundle.${one}`, { items: more.join(' + '), defaultValue: value })
}
