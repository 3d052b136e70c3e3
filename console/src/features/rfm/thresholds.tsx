import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { useLabel } from '@/lib/i18n'
import { Card } from '@/ui/card'
import { DataTable } from '@/ui/data-table'
import { Figure } from '@/ui/figure'
import type { Rfm } from './api'

/** Where the scores change, and the named regions as a table whose counts open. */
export function Thresholds({ rfm, asOf }: { rfm: Rfm; asOf: string }) {
  const { t } = useTranslation('rfm')
  const format = useFormat()
  const label = useLabel()
  const money = (amount: number) => format.money({ amount: Math.round(amount), currency: rfm.currency ?? 'XXX' })
  const cuts = [
    { key: 'r', name: t('thresholds.r'), values: rfm.thresholds.r, text: (v: number) => t('days', { count: Math.round(v), shown: format.number(v) }) },
    { key: 'f', name: t('thresholds.f'), values: rfm.thresholds.f, text: (v: number) => format.number(v, 1) },
    { key: 'm', name: t('thresholds.m'), values: rfm.thresholds.m, text: money },
  ]
  const { r, f, m } = rfm.typeThresholds
  const mode = t(`mode.${rfm.typeThresholds.mode ?? 'mean'}`, { defaultValue: rfm.typeThresholds.mode ?? '' })
  return (
    <div className="columns">
      <Card className="c7" flush title={t('regions.title')}>
        <DataTable
          label={t('regions.title')} cards={false} rowKey={(row) => row.region} rows={rfm.regions.filter((row) => row.customers > 0).sort((a, b) => b.revenue - a.revenue)}
          columns={[
            { key: 'region', title: t('regions.region'), render: (row) => <span className="strong">{label(row.label, row.region)}</span> },
            { key: 'customers', title: t('measure.customers'), end: true, render: (row) => <Figure value={row.customers} open={`in=rfm.region:${row.region}`} asOf={asOf} label={label(row.label)} /> },
            { key: 'share', title: t('regions.share'), end: true, render: (row) => format.percent(row.customers / (rfm.customers || 1), 1) },
            { key: 'revenue', title: t('measure.revenue'), end: true, render: (row) => <span className="money">{format.moneyShort({ amount: row.revenue, currency: rfm.currency ?? 'XXX' })}</span> },
          ]}
        />
      </Card>
      <Card className="c5" title={t('thresholds.title')} hint={rfm.settings.scoring === 'quintile' ? t('thresholds.quintile') : t('thresholds.own')}>
        <div className="stack">
          {cuts.map((cut) => (
            <div key={cut.key}>
              <h3>{cut.name}</h3>
              <ol className="cuts" aria-label={cut.name}>
                {cut.values.map((value, i) => <li key={i}><span className="muted small">{cut.key === 'r' ? `${5 - i} | ${4 - i}` : `${i + 1} | ${i + 2}`}</span><span className="num">{cut.text(value)}</span></li>)}
              </ol>
            </div>
          ))}
          {r !== null && f !== null && m !== null && <p className="muted small">{t('thresholds.types', { mode, r: format.number(r, 1), f: format.number(f, 2), m: money(m) })}</p>}
        </div>
      </Card>
    </div>
  )
}
