import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '@/lib/format'
import { ROUTES, customersLink } from '@/lib/routes'
import { useSelectionName } from '@/lib/selections'
import { Card } from '@/ui/card'
import { When } from '@/ui/when'
import { useOrigin } from '../api'
import { audienceLink } from '../links'

/** From what a list was made that somebody kept, with the way back to it. */
export function OriginCard({ audience }: { audience: string }) {
  const { t } = useTranslation('audiences')
  const format = useFormat()
  const name = useSelectionName()
  const origin = useOrigin(audience).data
  if (!origin) return null
  const { in: chosen, asOf, by } = origin.made
  const alike = chosen.find((each) => each.startsWith('lookalike:'))
  const [of = '', size = '', seed = '1', excluded = ''] = alike?.slice('lookalike:'.length).split('~') ?? []
  const again = alike && `${ROUTES.lookAlikes}?${new URLSearchParams([['audience', of], ['size', size], ['seed', seed], ...excluded.split('|').filter(Boolean).map((key) => ['exclude', key]), ['asOf', asOf]])}`
  return (
    <Card title={t('origin.title')}>
      <div className="stack tight">
        <p>
          {chosen.map((each) => <span key={each} className="badge brand">{name(each)}</span>)} {t('origin.as', { count: origin.customers, shown: format.number(origin.customers), at: format.dateTime(asOf) })}
        </p>
        {origin.audience && <p>{t('origin.of')} <Link to={audienceLink(origin.audience)}>{origin.name}</Link> <span className="muted">v{origin.version}</span></p>}
        <p className="muted small">{by} · <When at={origin.at} as="dateTime" /></p>
        <p><Link to={again ?? customersLink({ in: chosen, asOf })}>{t('origin.again')}</Link></p>
      </div>
    </Card>
  )
}
