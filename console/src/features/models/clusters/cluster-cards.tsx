import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { useLabel } from '@/lib/i18n'
import { Card } from '@/ui/card'
import { Figure } from '@/ui/figure'
import type { ClusterPage, ClusterReport } from './api'
import { Radar } from './radar'
import { useClusterName } from './use-name'

const WIDEST = 2

/** What each cluster is like against all customers, in words and bars. */
export function ClusterCards({ page, report }: { page: ClusterPage; report: ClusterReport }) {
  const { t } = useTranslation('clusters')
  return (
    <>
      {report.features.length > 2 && <p className="muted small">{t('radarHint')}</p>}
      <div className="cluster-cards">
        {page.groups.map((group) => <One key={group.cluster} page={page} report={report} cluster={group.cluster} />)}
      </div>
    </>
  )
}

function One({ page, report, cluster }: { page: ClusterPage; report: ClusterReport; cluster: string }) {
  const { t } = useTranslation('clusters')
  const format = useFormat()
  const label = useLabel()
  const name = useClusterName()
  const group = page.groups.find((each) => each.cluster === cluster)!
  const told = report.clusters.find((each) => each.cluster === cluster)
  const isNew = told?.isNew && report.clusters.some((each) => !each.isNew)
  const money = page.currency ? format.money({ amount: group.money, currency: page.currency }) : format.number(group.money)
  return (
    <Card title={name(cluster)} hint={label(told?.words, '')} extra={isNew ? <span className="badge brand">{t('new')}</span> : undefined}>
      <div className="stack tight">
        <p className="cluster-size">
          <Figure value={group.customers} open={group.open} asOf={page.asOf} label={name(cluster)} />
          <span className="muted small">{t('sizes', { share: format.percent(group.customers / page.customers, 1), money, moneyShare: format.percent(page.money > 0 ? group.money / page.money : 0, 1) })}</span>
        </p>
        {told && <Radar page={page} cluster={cluster} centre={told.centre} report={report} />}
        {told && (
          <ul className="profile" aria-label={t('profile', { name: name(cluster) })}>
            {report.features.map((feature, i) => {
              const off = told.centre[i] ?? 0
              const width = Math.min(1, Math.abs(off) / WIDEST) * 50
              const usual = told.usual[i] ?? 0
              const shown = feature.log ? format.number(usual, usual < 10 ? 1 : 0) : format.percent(usual, 1)
              return (
                <li key={feature.feature} title={t('against', { off: format.number(off, 2) })}>
                  <span className="small">{report.features.length > 2 && <b className="muted num">{i + 1} </b>}{label(feature.label, feature.feature)}</span>
                  <span className="num small">{feature.deviation === 0 ? t('flat') : shown}</span>
                  <span className="off" aria-hidden="true"><i className={off < 0 ? 'less' : 'more'} style={{ width: `${width}%` }} /></span>
                </li>
              )
            })}
          </ul>
        )}
      </div>
    </Card>
  )
}
