import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { PageHeader } from '@/ui/page-header'

export default function NotFound() {
  const { t } = useTranslation('shell')
  return (
    <>
      <PageHeader title={t('notFound.title')} />
      <EmptyState title={t('notFound.head')} actions={<LinkButton type="primary" to="/">{t('notFound.home')}</LinkButton>}>{t('notFound.text')}</EmptyState>
    </>
  )
}
