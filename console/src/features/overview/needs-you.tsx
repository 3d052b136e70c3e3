import { CheckCircleOutlined, RightOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '@/lib/format'
import { useLabel } from '@/lib/i18n'
import { openLink } from '@/lib/routes'
import type { Overview } from './api'

/** What waits for a person, most urgent first; nothing is a good answer too. */
export function NeedsYou({ items }: { items: Overview['needsYou'] }) {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const label = useLabel()
  const waiting = items.filter((item) => item.count > 0)
  if (waiting.length === 0) {
    return <p className="calm"><CheckCircleOutlined aria-hidden="true" /> {t('needs.none')}</p>
  }
  return (
    <ul className="needs">
      {waiting.map((item) => (
        <li key={item.key}>
          <Link to={openLink(item.open)}>
            <b className="num">{format.number(item.count)}</b>
            <span>{t(`needs.${item.key}`, { count: item.count, defaultValue: label(item.label, item.key) })}</span>
            <RightOutlined aria-hidden="true" />
          </Link>
        </li>
      ))}
    </ul>
  )
}
