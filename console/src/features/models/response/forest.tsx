import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { DataTable } from '@/ui/data-table'
import type { Answer, CategoryAnswer, Estimate, Response } from './types'

const PAD = 0.25
const LEAST_REACH = 3.5

interface Scale {
  low: number
  high: number
}

const ends = (answer: Answer) => [answer.raw, answer.shrunk].flatMap((each) => (each ? [each.low, each.high] : []))

/** From the lowest end to the highest, 0 and usual elasticities within; single wild ends are cut. */
function scaleOf(rows: CategoryAnswer[]): Scale {
  const values = rows.flatMap((row) => [row.price.raw, row.price.shrunk].flatMap((each) => (each ? [each.value] : [])))
  const all = rows.flatMap((row) => ends(row.price))
  const low = Math.max(Math.min(-LEAST_REACH, ...all), Math.min(-LEAST_REACH, ...values) - 2)
  const high = Math.min(Math.max(0, ...all), Math.max(0, ...values) + 2)
  return { low: low - PAD, high: high + PAD }
}

/** Elasticities by category with their intervals, from the category alone and drawn towards the others. */
export function Forest({ page }: { page: Response }) {
  const { t } = useTranslation('response')
  const format = useFormat()
  const rows = page.demands.categories
  const scale = scaleOf(rows)
  const spoken = (of: Estimate | null) => (of ? t('spoken', { value: format.number(of.value, 2), low: format.number(of.low, 2), high: format.number(of.high, 2) }) : '–')
  return (
    <>
      <DataTable
        label={t('forest')} rows={rows} rowKey={(row) => row.category ?? ''}
        columns={[
          { key: 'category', title: t('category'), card: 'lead', render: (row) => <span>{row.category ?? t('noCategory')}<span className="muted small block">{t('used', { used: row.used, count: row.products, changed: row.changed })}</span></span> },
          { key: 'plot', title: t('plot', { low: format.number(scale.low, 1), high: format.number(scale.high, 1) }), width: '42%', card: 'bare', render: (row) => <Plot answer={row.price} scale={scale} /> },
          { key: 'raw', title: t('raw'), end: true, render: (row) => (row.price.raw ? <span className="num">{spoken(row.price.raw)}</span> : <span className="muted small">{t(`lack.${row.price.lack ?? 'products'}`, { needs: page.demands.leastProducts })}</span>) },
          { key: 'shrunk', title: t('shrunk'), end: true, render: (row) => <span className="num">{spoken(row.price.shrunk)}</span> },
        ]}
      />
      <p className="muted small note">{t('yardstick')}</p>
    </>
  )
}

function Plot({ answer, scale }: { answer: Answer; scale: Scale }) {
  const at = (value: number) => (100 * (Math.min(scale.high, Math.max(scale.low, value)) - scale.low)) / (scale.high - scale.low)
  const line = (of: Estimate | null, kind: string, y: number) => of && (
    <g className={kind}>
      <line x1={`${at(of.low)}%`} x2={`${at(of.high)}%`} y1={y} y2={y} />
      <circle cx={`${at(of.value)}%`} cy={y} r={4.5} />
    </g>
  )
  return (
    <svg className="forest" width="100%" height="34" aria-hidden="true">
      <line className="zero" x1={`${at(0)}%`} x2={`${at(0)}%`} y1="0" y2="34" />
      <line className="one" x1={`${at(-1)}%`} x2={`${at(-1)}%`} y1="0" y2="34" />
      {line(answer.raw, 'raw', 11)}
      {line(answer.shrunk, 'shrunk', 24)}
    </svg>
  )
}
