import { useMemo } from 'react'
import { useLabel } from '@/lib/i18n'
import type { Label } from '@/lib/types'
import { begin } from '../language/editor'
import type { Json } from '../language/types'
import { useSentences } from '../use-sentences'

interface Props {
  condition: Json
  sentence: Label | null | undefined
}

/** A condition in words: the server's if it has them, else the console's own. */
export function ConditionText({ condition, sentence }: Props) {
  const label = useLabel()
  const says = useSentences()
  const root = useMemo(() => begin(condition).root, [condition])
  const given = label(sentence).trim()
  return <p className="meaning">{given === '' || given.startsWith('{') ? says.node(root) : given}</p>
}
