import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { sentences, type Sentences } from './language/sentence'
import { useWords } from './vocabulary'

export function useSentences(): Sentences {
  const { t } = useTranslation('conditions')
  const format = useFormat()
  const words = useWords()
  return useMemo(() => sentences({ t, format, ...words }), [t, format, words])
}
