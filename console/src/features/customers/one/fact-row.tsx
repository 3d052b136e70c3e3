import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '@/lib/format'
import { useSession } from '@/lib/session'
import { Money } from '@/ui/money'
import type { Fact } from '../types'

const SAID = 4
const LINES = 5
const ITEMS = new Set(['order.item', 'order.item.refunded'])

/** A line of an order, told under the order itself. */
export const isItem = (fact: Fact) => ITEMS.has(fact.kind)
const HIDDEN = new Set(['cost', 'lines', 'identities', 'audience'])

/** A few attributes in words; the drawer has them all. */
export function tell(attributes: Record<string, unknown>): string {
  return Object.entries(attributes)
    .filter(([name, value]) => !HIDDEN.has(name) && value !== null && value !== '' && typeof value !== 'object')
    .slice(0, SAID)
    .map(([, value]) => String(value))
    .join(' · ')
}

export function useFactName(): (kind: string) => string {
  const { t } = useTranslation('customer')
  return (kind) => {
    const own = t(`kind.${kind.replaceAll('.', '-')}`, { defaultValue: '' })
    return own || (kind.startsWith('event.') ? kind.slice('event.'.length) : kind)
  }
}

function ItemRow({ fact }: { fact: Fact }) {
  const { name, sku, quantity } = fact.attributes
  const refunded = fact.kind === 'order.item.refunded'
  return (
    <li className="fact-item muted small">
      <span className="clip">{String(name ?? sku ?? '')}{quantity !== undefined && ` × ${String(quantity)}`}</span>
      <Money of={fact.amount && refunded ? { ...fact.amount, amount: -Math.abs(fact.amount.amount) } : fact.amount} plain />
    </li>
  )
}

/** The lines of one order; a long order shows its first lines and opens on demand. */
export function ItemRows({ facts }: { facts: Fact[] }) {
  const { t } = useTranslation('customer')
  const [all, setAll] = useState(false)
  const shown = all ? facts : facts.slice(0, LINES)
  const more = facts.length - shown.length
  return (
    <>
      {shown.map((fact) => <ItemRow key={fact.id} fact={fact} />)}
      {more > 0 && <li className="fact-item small"><button type="button" className="link-button" onClick={() => setAll(true)}>{t('timeline.moreLines', { count: more })}<span className="hidden-visually"> {facts[0]?.subject}</span></button></li>}
    </>
  )
}

/** What the fact is about: an order and an audience can be opened, all else is a word. */
function Subject({ fact }: { fact: Fact }) {
  const { t } = useTranslation('customer')
  if (!fact.subject) return null
  if (fact.kind.startsWith('audience.')) return <Link to={`/choose/audiences/${encodeURIComponent(fact.subject)}`}>{t('openAudience')}</Link>
  if (fact.group === 'orders') return <Link to={`/know/orders?q=${encodeURIComponent(fact.subject)}`}>{fact.subject}</Link>
  return <span className="muted">{fact.subject}</span>
}

/** A score in words: the model, and the figure that matters most of it. */
function Score({ fact }: { fact: Fact }) {
  const { t } = useTranslation('models')
  const { t: names } = useTranslation('selections')
  const format = useFormat()
  const { workspace } = useSession()
  const { model, type, clv, pAlive, risk, rank, joined, share } = fact.attributes
  if (typeof type === 'string') return <span className="fact-more">{t('fact.rfm', { type: names(`type.${type}`, { defaultValue: type }) })}</span>
  if (typeof clv === 'number') return <span className="fact-more">{t('fact.clv', { worth: format.money({ amount: clv, currency: workspace.currency }), alive: format.percent(Number(pAlive)) })}</span>
  if (typeof risk === 'number') return <span className="fact-more">{t('fact.churn', { risk: format.percent(risk) })}</span>
  if (typeof rank === 'number') return <span className="fact-more">{t('fact.influence', { rank: format.number(rank, 1), joined: Number(joined) })}</span>
  if (typeof share === 'number') return <span className="fact-more">{t('fact.wallet', { share: format.percent(share) })}</span>
  return <span className="fact-more">{t('fact.gone', { model: String(model) })}</span>
}

export function FactRow({ fact, onWhy }: { fact: Fact; onWhy: (id: string) => void }) {
  const { t } = useTranslation('customer')
  const format = useFormat()
  const name = useFactName()
  return (
    <li className={`fact ${fact.group}`}>
      <time dateTime={fact.occurredAt} className="num">{format.time(fact.occurredAt)}</time>
      <span className="grow">
        <span className="fact-name">{name(fact.kind)}</span>{' '}
        {fact.kind === 'model.scored'
          ? <Score fact={fact} />
          : (
            <>
              <Subject fact={fact} />{' '}
              {fact.amount && <Money of={fact.amount} />}
              <span className="fact-more"> {tell(fact.attributes)}</span>
            </>
          )}
      </span>
      <button type="button" className="link-button why" onClick={() => onWhy(fact.id)}>{t('why.open')}<span className="hidden-visually"> {name(fact.kind)}, {format.dateTime(fact.occurredAt)}</span></button>
    </li>
  )
}
