import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '@/lib/format'
import { Money } from '@/ui/money'
import type { Fact } from '../types'

const SAID = 4
const HIDDEN = new Set(['cost', 'lines', 'identities'])

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

export function FactRow({ fact, onWhy }: { fact: Fact; onWhy: (id: string) => void }) {
  const { t } = useTranslation('customer')
  const format = useFormat()
  const name = useFactName()
  const order = fact.group === 'orders' && fact.subject
  return (
    <li className={`fact ${fact.group}`}>
      <time dateTime={fact.occurredAt} className="num">{format.time(fact.occurredAt)}</time>
      <span className="grow">
        <span className="fact-name">{name(fact.kind)}</span>{' '}
        {fact.subject && (order ? <Link to={`/know/orders?q=${encodeURIComponent(fact.subject)}`}>{fact.subject}</Link> : <span className="muted">{fact.subject}</span>)}{' '}
        {fact.amount && <Money of={fact.amount} />}
        {fact.historical && <span className="badge small">{t('timeline.historical')}</span>}
        <span className="fact-more"> {tell(fact.attributes)}</span>
      </span>
      <button type="button" className="link-button why" onClick={() => onWhy(fact.id)}>{t('why.open')}<span className="hidden-visually"> {name(fact.kind)}, {format.dateTime(fact.occurredAt)}</span></button>
    </li>
  )
}
