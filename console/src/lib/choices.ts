/** The currencies and zones that a person may choose, as the browser knows them. */
const supported = (kind: 'currency' | 'timeZone', fallback: string[]): string[] => {
  try {
    return Intl.supportedValuesOf(kind)
  } catch {
    return fallback
  }
}

export const CURRENCIES = supported('currency', ['CNY', 'GBP', 'EUR', 'USD', 'JPY', 'HKD'])
export const ZONES = ['UTC', ...supported('timeZone', ['Asia/Shanghai', 'Europe/London', 'America/New_York'])]
