import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { useLabel } from '@/lib/i18n'
import { useReading } from '@/lib/scores'
import { DataTable } from '@/ui/data-table'
import type { Card, Moves } from './types'

/** What a run changed against the scores before it. */
export function MovesTable({ moves, card }: { moves: Moves; card: Card }) {
  const { t } = useTranslation('models')
  const format = useFormat()
  const label = useLabel()
  const read = useReading()
  const spec = (key: string) => card.figures.find((figure) => figure.key === key)
  return (
    <div className="stack tight">
      <p className="small">{t('moves', { came: format.number(moves.came), gone: format.number(moves.gone), changed: format.number(moves.changed) })}</p>
      <DataTable
        label={t('compare')} cards={false} rows={moves.figures} rowKey={(row) => row.figure}
        columns={[
          { key: 'figure', title: t('figure'), render: (row) => label(spec(row.figure)?.label, row.figure) },
          { key: 'changed', title: t('changed'), end: true, render: (row) => <span className="num">{format.number(row.changed)}</span> },
          {
            key: 'how', title: t('how'),
            render: (row) => (row.meanBefore !== null && row.meanNow !== null
              ? <span className="num">{read(spec(row.figure), row.meanBefore)} → {read(spec(row.figure), row.meanNow)}</span>
              : <ul className="ways">{row.ways.slice(0, 5).map((way) => <li key={`${way.from}>${way.to}`}>{read(spec(row.figure), way.from)} → {read(spec(row.figure), way.to)}: <span className="num">{format.number(way.customers)}</span></li>)}</ul>),
          },
        ]}
      />
    </div>
  )
}
