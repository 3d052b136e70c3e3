/** Keeps something small in this browser, such as a draft; where that is not allowed, nothing is kept. */
export function keep(key: string, value: unknown): void {
  try {
    if (value === null || value === undefined) localStorage.removeItem(`millrace.${key}`)
    else localStorage.setItem(`millrace.${key}`, JSON.stringify(value))
  } catch {
    // A full or forbidden store: then it is not kept.
  }
}

export function kept<T>(key: string): T | null {
  try {
    return JSON.parse(localStorage.getItem(`millrace.${key}`) ?? 'null') as T | null
  } catch {
    return null
  }
}
