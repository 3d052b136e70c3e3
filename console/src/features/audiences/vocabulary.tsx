import { useQuery } from '@tanstack/react-query'
import { createContext, useContext, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { http } from '@/lib/http'
import { useLabel } from '@/lib/i18n'
import type { Vocabulary, Word } from './types'

const EMPTY: Vocabulary = { kinds: [], attributes: [], tags: [], schemes: [], models: [], audiences: [], identities: [], purposes: [], channels: [] }

export const keyOf = (word: Word): string => (typeof word === 'string' ? word : (word.key ?? word.name ?? word.id ?? ''))

/** The words of conditions in the reader's language, and lists to choose from. */
export interface Words {
  all: Vocabulary
  kind: (key: string) => string
  attribute: (name: string) => string
  /** A word out of a list that may bring labels; else the texts of the console, else the word itself. */
  word: (space: 'identity' | 'purpose' | 'channel' | 'property', key: string) => string
  scheme: (key: string) => string
  stage: (scheme: string, key: string) => string
  model: (key: string) => string
  figure: (model: string, key: string) => string
  audience: (id: string) => string
}

const WordsContext = createContext<Words | null>(null)

export function useWords(): Words {
  const words = useContext(WordsContext)
  if (!words) throw new Error('useWords is called outside the vocabulary')
  return words
}

function useMadeWords(all: Vocabulary): Words {
  const { t } = useTranslation('conditions')
  const label = useLabel()
  return useMemo(() => {
    const own = (space: string, key: string) => t(`${space}.${key.replaceAll('.', '-')}`, { defaultValue: key })
    const lists = { identity: all.identities, purpose: all.purposes, channel: all.channels, property: [] as Word[] }
    const stages = (scheme: string) => all.schemes.find((each) => each.key === scheme)?.stages ?? []
    const labelOf = (word: Word | undefined, fallback: string) => (word === undefined || typeof word === 'string' ? fallback : label(word.label, fallback))
    return {
      all,
      kind: (key) => label(all.kinds.find((each) => each.key === key)?.label, own('kind', key)),
      attribute: (name) => label(all.attributes.find((each) => each.name === name)?.label, own('property', name)),
      word: (space, key) => labelOf(lists[space].find((each) => keyOf(each) === key), own(space, key)),
      scheme: (key) => label(all.schemes.find((each) => each.key === key)?.label, key),
      stage: (scheme, key) => labelOf(stages(scheme).find((each) => keyOf(each) === key), key),
      model: (key) => label(all.models.find((each) => each.key === key)?.label, key),
      figure: (model, key) => label(all.models.find((each) => each.key === model)?.figures.find((each) => each.key === key)?.label, own('figure', key)),
      audience: (id) => all.audiences.find((each) => each.id === id)?.name ?? id,
    }
  }, [all, label, t])
}

/** Suggestions come when they come; until then, and without them, everything can be typed. */
export function VocabularyProvider({ children }: { children: ReactNode }) {
  const query = useQuery({ queryKey: ['condition-vocabulary'], queryFn: () => http.get<Partial<Vocabulary>>('/conditions/vocabulary'), staleTime: 60_000, retry: false })
  const all = useMemo(() => ({ ...EMPTY, ...query.data }), [query.data])
  return <WordsContext value={useMadeWords(all)}>{children}</WordsContext>
}
