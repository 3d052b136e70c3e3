import { useMemo } from 'react'
import { useFormat } from '@/lib/format'

/** Scores and shares as people read them; nothing is a dash. */
export function useInterval() {
  const format = useFormat()
  return useMemo(() => ({
    points: (value: number | null) => (value === null ? '–' : format.number(100 * value, 0)),
    share: (value: number | null) => (value === null ? '–' : format.percent(value, 1)),
    number: (value: number | null) => (value === null ? '–' : format.number(value, 2)),
  }), [format])
}
