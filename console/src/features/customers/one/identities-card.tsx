import { CheckCircleFilled } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { useLabel } from '@/lib/i18n'
import { Card } from '@/ui/card'
import { When } from '@/ui/when'
import { identityIcon } from '../identity-text'
import type { Customer } from '../types'
import { Masked } from './reveal'

export function IdentitiesCard({ customer }: { customer: Customer }) {
  const { t } = useTranslation('customer')
  const label = useLabel()
  return (
    <Card title={t('identities.title')}>
      {customer.identities.length === 0 && <p className="muted">{t('identities.none')}</p>}
      <ul className="list-plain">
        {customer.identities.map((identity) => {
          const type = t(`identity.${identity.type.toLowerCase().replaceAll('-', '_')}`, { defaultValue: identity.type })
          return (
            <li key={identity.id}>
              <span className="muted" aria-hidden="true">{identityIcon(identity.type)}</span>
              <div className="grow">
                <div className="row tight">
                  <span className="muted small">{type}</span>
                  {identity.shared && <span className="badge warn">{t('identities.shared')}</span>}
                  {identity.verified && <span className="good small"><CheckCircleFilled aria-hidden="true" /> {t('identities.verified')}</span>}
                </div>
                {identity.clear ? <span className="num">{identity.masked}</span> : <Masked field={`identity:${identity.id}`} masked={identity.masked} name={type} />}
                {identity.evidence.length > 0 && (
                  <details>
                    <summary className="small muted">{t('identities.evidence', { count: identity.evidence.length })}</summary>
                    <ul className="small muted">
                      {identity.evidence.map((each) => <li key={`${each.at}${each.source}`}>{each.source}: {label(each.text)} · <When at={each.at} /></li>)}
                    </ul>
                  </details>
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
