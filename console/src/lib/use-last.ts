import { useState } from 'react'

/** The last value that was there: what a drawer shows while it closes. */
export function useLast<T>(value: T | null | ''): T | null {
  const [last, setLast] = useState<T | null>(value || null)
  if (value && value !== last) setLast(value)
  return value || last
}
