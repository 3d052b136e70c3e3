import { useQuery } from '@tanstack/react-query'
import { useFormat } from './format'
import { http } from './http'
import { useLabel } from './i18n'
import { useSession } from './session'
import type { Label } from './types'

export interface Word {
  key: string
  label: Label
}

export interface FigureSpec {
  key: string
  label: Label
  type: 'number' | 'share' | 'money' | 'text'
  decimals: number
  values: Word[]
}

export interface Reading {
  figure: string
  number: number | null
  text: string | null
}

export interface Standing {
  model: string
  label: Label
  figures: FigureSpec[]
  points: { asOf: string; run: string | null; figures: Reading[] }[]
}

export interface ScoreSettings {
  horizonWeeks: number
  discountYearly: number
  margin: number | null
  churnDays: number | null
  churnMethod: 'logistic' | 'boosted' | null
  clusterCount: number | null
  clusterFeatures: string[] | null
  covariates: string[] | null
}

/** What the models say of one customer, each from the latest back. */
export const useStandings = (customer: string, asOf: string) =>
  useQuery({ queryKey: ['customer', customer, 'scores', asOf], queryFn: () => http.get<{ items: Standing[] }>(`/customers/${customer}/scores`, { asOf }) })

export const useScoreSettings = () => useQuery({ queryKey: ['models', 'settings'], queryFn: () => http.get<ScoreSettings>('/models/settings') })

/** A figure as people read it. */
export function useReading(): (figure: FigureSpec | undefined, value: number | string | null) => string {
  const format = useFormat()
  const label = useLabel()
  const { workspace } = useSession()
  return (figure, value) => {
    if (value === null || figure === undefined) return value === null ? '–' : String(value)
    if (typeof value === 'string') return label(figure.values.find((word) => word.key === value)?.label, value)
    if (figure.type === 'share') return format.percent(value, 1)
    if (figure.type === 'money') return format.money({ amount: Math.round(value), currency: workspace.currency })
    return format.number(value, figure.decimals)
  }
}
