import { useTranslation } from 'react-i18next'

/** "Cluster 3" of c3. */
export function useClusterName(): (cluster: string) => string {
  const { t } = useTranslation('clusters')
  return (cluster) => t('name', { number: cluster.slice(1) })
}
