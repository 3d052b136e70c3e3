import { useMemo } from 'react'
import { useLabel } from '@/lib/i18n'
import type { Label } from '@/lib/types'
import { begin } from '../language/editor'
import { known } from '../language/shape'
import type { Json } from '../language/types'
import { useSentences } from '../use-sentences'

interface Props {
  condition: Json
  sentence: Label | null | undefined
}

/** A condition in the words of the builder; where this console does not know all of it, in the server's. */
export function ConditionText({ condition, sentence }: Props) {
  const label = useLabel()
  const says = useSentences()
  const root = useMemo(() => begin(condition).root, [condition])
  return <p className="meaning">{(!known(root) && label(sentence)) || says.node(root)}</p>
}
