import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Card } from '@/ui/card'
import { audienceLink } from '../links'
import type { AudienceDetail, Use } from '../types'
import { useWords } from '../vocabulary'

/** What speaks of this audience, and of which others it speaks. */
export function UsesCard({ audience }: { audience: AudienceDetail }) {
  const { t } = useTranslation('audiences')
  const words = useWords()
  const on = (audience.dependsOn ?? []).map((each): Use => (typeof each === 'string' ? { kind: 'audience', id: each, name: words.audience(each) } : each))
  return (
    <Card title={t('uses.title')}>
      <div className="stack">
        <UseList uses={audience.uses ?? []} none={t('uses.none')} />
        {on.length > 0 && <div><h3>{t('uses.dependsOn')}</h3><UseList uses={on} none="" /></div>}
      </div>
    </Card>
  )
}

/** What uses an audience, each with the way to it. */
export function UseList({ uses, none }: { uses: Use[]; none: string }) {
  const { t } = useTranslation('audiences')
  if (uses.length === 0) return <p className="muted">{none}</p>
  return (
    <ul className="stack tight">
      {uses.map((use) => (
        <li key={use.kind + use.id} className="row tight">
          <span className="badge outline">{t(`uses.kind.${use.kind}`, { defaultValue: use.kind })}</span>
          {use.kind === 'audience' ? <Link to={audienceLink(use.id)}>{use.name}</Link> : <span>{use.name}</span>}
        </li>
      ))}
    </ul>
  )
}
