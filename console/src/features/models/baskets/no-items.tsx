import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ROUTES } from '@/lib/routes'
import { EmptyState } from '@/ui/empty-state'

/** Nothing was bought that could be counted here. */
export function NoItems() {
  const { t } = useTranslation('baskets')
  return <EmptyState title={t('empty')}>{t('emptyHint')} <Link to={ROUTES.imports}>{t('toImports')}</Link></EmptyState>
}
