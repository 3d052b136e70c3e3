/** Identities out of a pasted text or a file: one a line, or the first column of a table; repetitions once. */
export function pasted(text: string): string[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  const first = (line: string) => {
    const quoted = /^\s*"((?:[^"]|"")*)"/.exec(line)
    return (quoted ? (quoted[1] ?? '').replaceAll('""', '"') : (line.split(/[\t,;，；]/)[0] ?? '')).trim()
  }
  return [...new Set(lines.map(first).filter(Boolean))]
}
