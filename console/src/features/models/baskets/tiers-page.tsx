import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { openLink } from '@/lib/routes'
import { useUrlState } from '@/lib/url-state'
import { Card } from '@/ui/card'
import { EmptyState } from '@/ui/empty-state'
import { Load, Skeleton } from '@/ui/load'
import { HeatTable } from '../heat-table'
import { useLadders } from './api'
import type { Count, Ladder, Ladders } from './types'

const SHAPE = { asOf: '' }

/** Who moves to dearer products of a category, and who might. */
export default function TiersPage() {
  const [state] = useUrlState(SHAPE)
  const ladders = useLadders(state.asOf)
  return <Load query={ladders} skeleton={<Skeleton height={480} />}>{(data) => <Loaded data={data} />}</Load>
}

function Loaded({ data }: { data: Ladders }) {
  const { t } = useTranslation('baskets')
  if (data.ladders.length === 0) return <EmptyState title={t('tiers.none')}>{t('tiers.noneHint')}</EmptyState>
  return <div className="ladders">{data.ladders.map((ladder) => <OneLadder key={ladder.category} ladder={ladder} data={data} />)}</div>
}

function OneLadder({ ladder, data }: { ladder: Ladder; data: Ladders }) {
  const { t } = useTranslation('baskets')
  const format = useFormat()
  const price = (amount: number) => (data.currency ? format.moneyShort({ amount, currency: data.currency }) : format.number(amount))
  const name = (tier: number) => {
    const { lowest = 0, highest = 0 } = ladder.tiers[tier] ?? {}
    return lowest === highest ? price(lowest) : `${price(lowest)} – ${price(highest)}`
  }
  const cell = (key: string, count: Count, of: number, spoken: string) => ({
    key, main: format.number(count.customers), sub: of > 0 ? format.percent(count.customers / of) : '', warmth: count.customers, spoken, to: count.customers > 0 ? openLink(count.open, data.asOf) : null,
  })
  return (
    <Card title={ladder.category} hint={ladder.risen === null || ladder.fallen === null ? t('tiers.onlyOnce') : t('tiers.moved', { risen: format.percent(ladder.risen), fallen: format.percent(ladder.fallen) })}>
      <HeatTable
        caption={t('tiers.caption', { category: ladder.category })} corner={t('tiers.corner')}
        columns={[...ladder.tiers.map((_, tier) => name(tier)), t('tiers.once')]}
        rows={ladder.moves.map((row, first) => {
          const began = row.reduce((sum, count) => sum + count.customers, 0)
          const once = ladder.once[first] ?? { customers: 0, open: '' }
          return {
            name: name(first),
            cells: [
              ...row.map((count, last) => cell(`${first}-${last}`, count, began, t('tiers.cell', { from: name(first), to: name(last) }))),
              { ...cell(`${first}-once`, once, 0, t('tiers.onceCell', { at: name(first) })), warmth: 0 },
            ],
          }
        })}
      />
    </Card>
  )
}
