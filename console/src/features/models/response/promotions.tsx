import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { DataTable } from '@/ui/data-table'
import { Figure } from '@/ui/figure'
import type { Answer, Response } from './types'

const more = (logarithm: number) => Math.exp(logarithm) - 1

/** What promotions bring by category, and what the weeks after them lack. */
export function Promotions({ page }: { page: Response }) {
  const { t } = useTranslation('response')
  const format = useFormat()
  const signed = (share: number) => `${share > 0 ? '+' : ''}${format.percent(share)}`
  const effect = (answer: Answer) => (answer.raw
    ? <span className="num">{signed(more(answer.raw.value))} <span className="muted small">{t('interval', { low: signed(more(answer.raw.low)), high: signed(more(answer.raw.high)) })}</span></span>
    : <span className="muted small">{t(`lackPromotion.${answer.lack ?? 'products'}`, { needs: page.demands.leastProducts })}</span>)
  return (
    <DataTable
      label={t('promotions')} rows={page.demands.categories} rowKey={(row) => row.category ?? ''}
      columns={[
        { key: 'category', title: t('category'), card: 'lead', render: (row) => row.category ?? t('noCategory') },
        { key: 'share', title: t('unitsOnDeal'), end: true, render: (row) => <span className="num">{format.percent(row.units > 0 ? row.dealUnits / row.units : 0)}</span> },
        { key: 'depth', title: t('depth'), end: true, render: (row) => <span className="num">{row.depth === null ? '–' : format.percent(row.depth)}</span> },
        { key: 'uplift', title: t('uplift'), end: true, render: (row) => effect(row.promotion) },
        { key: 'after', title: t('after'), end: true, render: (row) => (row.after.raw ? effect(row.after) : <span className="muted">–</span>) },
        { key: 'net', title: t('net'), end: true, render: (row) => <span className="num">{row.gained === null || row.lost === null ? '–' : t('netOf', { net: format.number(row.gained - row.lost), gained: format.number(row.gained), lost: format.number(row.lost) })}</span> },
        { key: 'buyers', title: t('buyers'), end: true, render: (row) => <Figure value={row.buyers} open={row.buyers > 0 ? row.open : null} asOf={page.asOf} label={`${t('buyers')}: ${row.category ?? t('noCategory')}`} /> },
      ]}
    />
  )
}
