import { useTranslation } from 'react-i18next'
import { Card } from '@/ui/card'
import { When } from '@/ui/when'
import type { AudienceDetail } from '../types'
import { ConditionText } from './condition-text'

/** What the audience asked for before, by whom, and why it was changed. */
export function VersionsCard({ audience }: { audience: AudienceDetail }) {
  const { t } = useTranslation('audiences')
  const versions = [...(audience.versions ?? [])].sort((a, b) => b.version - a.version)
  return (
    <Card title={t('versions.title')}>
      <ol className="versions">
        {versions.map((each) => (
          <li key={each.version}>
            <details>
              <summary><span className="badge brand">{each.version}</span> {each.by} · <When at={each.at} as="dateTime" />{each.note && <span className="muted"> · {each.note}</span>}</summary>
              <ConditionText condition={each.condition} sentence={null} />
              <pre className="rule-text">{JSON.stringify(each.condition, null, 1)}</pre>
            </details>
          </li>
        ))}
      </ol>
    </Card>
  )
}
