import { useState } from 'react'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { useLabel } from '@/lib/i18n'
import { Card } from '@/ui/card'
import { DataTable } from '@/ui/data-table'
import { Figure } from '@/ui/figure'
import { Load, Skeleton } from '@/ui/load'
import { useDrift, useMoves, type Drift as Told, type Moves } from './drift-api'
import { DriftLines } from './drift-lines'

const QUARTER = 4

/** How the bounds and the segments moved over a year, and whether customers moved or the bounds did. */
export function Drift({ asOf }: { asOf: string }) {
  const drift = useDrift(asOf, true)
  return <Load query={drift} skeleton={<Skeleton height={320} />}>{(data) => <Loaded drift={data} asOf={asOf} />}</Load>
}

function Loaded({ drift, asOf }: { drift: Told; asOf: string }) {
  const { t } = useTranslation('drift')
  const format = useFormat()
  const label = useLabel()
  const [since, setSince] = useState(drift.months.at(-QUARTER)?.asOf.slice(0, 10) ?? '')
  const moves = useMoves(since, asOf)
  const known = drift.months.filter((month) => month.customers > 0)
  const money = (amount: number) => (drift.currency ? format.moneyShort({ amount, currency: drift.currency }) : format.compact(amount))
  const segments = known.at(-1)?.segments ?? []
  return (
    <>
      <Card title={t('bounds')} hint={t('boundsHint')}>
        <div className="drift-lines">
          <DriftLines name={t('r')} months={known} values={(month) => month.recencyDays} text={(value) => format.number(value)} />
          <DriftLines name={t('f')} months={known} values={(month) => month.frequency} text={(value) => format.number(value)} />
          <DriftLines name={t('m')} months={known} values={(month) => month.monetary} text={money} />
        </div>
      </Card>
      <Card flush title={t('segments')} hint={t('segmentsHint')}>
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reachable by keyboard */}
        <div className="drift-box" role="group" aria-label={t('segments')} tabIndex={0}>
          <table className="drift-table">
            <caption className="hidden-visually">{t('segments')}</caption>
            <thead><tr><th scope="col">{t('segment')}</th>{known.map((month) => <th key={month.asOf} scope="col" className="end">{format.month(month.asOf)}</th>)}</tr></thead>
            <tbody>
              {segments.map((segment, i) => (
                <tr key={segment.segment}>
                  <th scope="row">{label(segment.label, segment.segment)}</th>
                  {known.map((month) => {
                    const one = month.segments[i]
                    return <td key={month.asOf} className="end">{one && one.customers > 0 ? <Figure value={one.customers} open={one.open} asOf={month.asOf} label={`${label(one.label, one.segment)}, ${format.month(month.asOf)}`} /> : <span className="muted">0</span>}</td>
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Card>
      <Card flush title={t('moves')} hint={t('movesHint')} extra={<Select size="small" aria-label={t('since')} value={since} onChange={setSince} options={known.slice(0, -1).map((month) => ({ value: month.asOf.slice(0, 10), label: t('sinceDay', { day: format.date(month.asOf) }) }))} />}>
        <Load query={moves} skeleton={<Skeleton height={160} />}>{(data) => <MovesTables moves={data} />}</Load>
      </Card>
    </>
  )
}

function MovesTables({ moves }: { moves: Moves }) {
  const { t } = useTranslation('drift')
  const label = useLabel()
  const ways = ['upItself', 'upBound', 'same', 'downItself', 'downBound'] as const
  return (
    <div className="stack">
      <div>
        <DataTable
          label={t('byScore')} rows={moves.scores} rowKey={(row) => row.score}
          columns={[
            { key: 'score', title: t('score'), card: 'lead', render: (row) => <span className="strong">{t(row.score)}</span> },
            ...ways.map((way) => ({ key: way, title: t(`way.${way}`), end: true, render: (row: Moves['scores'][number]) => <Figure value={row[way].customers} open={row[way].open} asOf={moves.asOf} label={`${t(row.score)}: ${t(`way.${way}`)}`} /> })),
          ]}
        />
      </div>
      <div>
        <DataTable
          label={t('bySegment')} rows={moves.ways} rowKey={(row) => `${row.from.en}>${row.to.en}`}
          columns={[
            { key: 'way', title: t('bySegment'), card: 'lead', render: (row) => <span>{label(row.from)} <span aria-hidden="true">→</span> <span className="hidden-visually">{t('to')}</span> {label(row.to)}</span> },
            { key: 'all', title: t('customers'), end: true, render: (row) => <Figure value={row.all.customers} open={row.all.open} asOf={moves.asOf} label={`${label(row.from)} → ${label(row.to)}`} /> },
            { key: 'bound', title: t('boundOnly'), end: true, render: (row) => <Figure value={row.bound.customers} open={row.bound.customers > 0 ? row.bound.open : null} asOf={moves.asOf} label={t('boundOnly')} /> },
          ]}
        />
      </div>
    </div>
  )
}
