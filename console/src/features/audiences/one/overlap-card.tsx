import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '@/lib/format'
import { customersLink } from '@/lib/routes'
import { Card } from '@/ui/card'
import { DataTable } from '@/ui/data-table'
import { Figure } from '@/ui/figure'
import { Load } from '@/ui/load'
import { useOverlap } from '../api'
import { audienceLink } from '../links'

const SHOWN = 12

/** Which other audiences have the same customers in them. */
export function OverlapCard({ id }: { id: string }) {
  const { t } = useTranslation('audiences')
  const format = useFormat()
  const overlap = useOverlap(id)
  return (
    <Card title={t('overlap.title')} hint={t('overlap.hint')}>
      <Load query={overlap}>
        {(all) => (all.length === 0 ? <p className="muted">{t('overlap.none')}</p> : (
          <DataTable
            label={t('overlap.title')} cards={false} rowKey={(row) => row.id} rows={[...all].sort((a, b) => b.share - a.share).slice(0, SHOWN)}
            columns={[
              { key: 'name', title: t('column.name'), render: (row) => <Link to={audienceLink(row.id)}>{row.name}</Link> },
              { key: 'both', title: t('overlap.both'), end: true, render: (row) => <Figure value={row.both} open={row.both > 0 ? customersLink({ in: [`audience:${id}`, `audience:${row.id}`] }) : null} label={row.name} /> },
              { key: 'share', title: t('overlap.share'), end: true, render: (row) => <span className="num">{format.percent(row.share, 1)}</span> },
            ]}
          />
        ))}
      </Load>
    </Card>
  )
}
