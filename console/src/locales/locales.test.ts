import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const HERE = join(process.cwd(), 'src/locales')
const PLURAL = /_(zero|one|two|few|many|other)$/

type Texts = { [key: string]: string | Texts }

function flatten(texts: Texts, prefix = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]) => (typeof value === 'string' ? [[prefix + key, value] as [string, string]] : flatten(value, `${prefix}${key}.`)))
}

const load = (language: string, file: string) => flatten(JSON.parse(readFileSync(join(HERE, language, file), 'utf8')) as Texts)
const files = readdirSync(join(HERE, 'en'))
const bare = (key: string) => key.replace(PLURAL, '')
const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

describe('the two languages', () => {
  it('have the same files', () => {
    expect(readdirSync(join(HERE, 'zh'))).toEqual(files)
  })

  it.each(files)('have the same keys in %s', (file) => {
    const keys = (language: string) => [...new Set(load(language, file).map(([key]) => bare(key)))].sort()
    expect(keys('zh')).toEqual(keys('en'))
  })

  it.each(files)('fill the same holes in %s', (file) => {
    const chinese = new Map(load('zh', file).map(([key, text]) => [bare(key), holes(text)]))
    for (const [key, text] of load('en', file)) expect({ key, holes: chinese.get(bare(key)) }).toEqual({ key, holes: holes(text) })
  })

  it.each(files)('give every English plural a singular in %s', (file) => {
    const keys = new Set(load('en', file).map(([key]) => key))
    for (const key of keys) if (key.endsWith('_other')) expect(keys).toContain(`${bare(key)}_one`)
  })

  it('leave no key of the sources without a text', () => {
    const texts = new Map(files.map((file) => [file.replace('.json', ''), new Set(load('en', file).map(([key]) => bare(key)))]))
    const missing: string[] = []
    for (const path of readdirSync(join(process.cwd(), 'src'), { recursive: true }) as string[]) {
      if (!/\.tsx?$/.test(path) || path.includes('.test.')) continue
      const source = readFileSync(join(process.cwd(), 'src', path), 'utf8')
      for (const [, name = '', space = 'common'] of source.matchAll(/\{ t(?:: (\w+))? \} = useTranslation\((?:'([\w-]+)')?\)/g)) {
        const call = new RegExp(`(?<![\\w.])${name || 't'}\\('([\\w.-]+)'`, 'g')
        const spaces = [...source.matchAll(new RegExp(`\\{ t${name ? `: ${name}` : ''} \\} = useTranslation\\((?:'([\\w-]+)')?\\)`, 'g'))].map(([, each]) => each ?? 'common')
        for (const [, key = ''] of source.matchAll(call)) if (![space, ...spaces].some((each) => texts.get(each)?.has(key))) missing.push(`${path}: ${space}:${key}`)
      }
    }
    expect([...new Set(missing)]).toEqual([])
  })
})
