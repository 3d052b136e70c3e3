import { CheckCircleFilled, WarningFilled } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { ROUTES } from '@/lib/routes'
import { Card } from '@/ui/card'
import { LinkButton } from '@/ui/link-button'
import { Money } from '@/ui/money'
import type { Report } from './api'

const COUNTS = ['customers', 'orders', 'anonymousOrders', 'refunds', 'unchanged'] as const

/** What happened, or would happen: one sentence, then the figures. */
export function ReportCard({ report, dryRun }: { report: Report; dryRun: boolean }) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const values = { created: format.number(report.created), updated: format.number(report.updated), errors: format.number(report.errors) }
  return (
    <Card title={t(dryRun ? 'report.would' : 'report.did')} extra={!dryRun && <LinkButton size="small" to={ROUTES.customers}>{t('report.see')}</LinkButton>}>
      <p className={`verdict ${report.errors ? 'warn' : 'good'}`}>
        <span aria-hidden="true">{report.errors ? <WarningFilled /> : <CheckCircleFilled />}</span>
        {t('report.sentence', values)}
      </p>
      <div className="report">
        <Count name={t('report.rows')} value={format.number(report.rows)} />
        <Count name={t('report.created')} value={values.created} strong />
        <Count name={t('report.updated')} value={values.updated} />
        <Count name={t('report.errors')} value={values.errors} bad={report.errors > 0} />
        {COUNTS.map((key) => report[key] !== undefined && report[key] !== null && <Count key={key} name={t(`report.${key}`)} value={format.number(report[key])} />)}
      </div>
      {report.roundedTotal && (
        <p className="muted totals">
          {t('report.total')} <Money of={report.roundedTotal} />
          {report.exactTotal && <> · {t('report.exact')} <span className="num">{report.exactTotal}</span></>}
          {report.roundingDifference && <> · {t('report.rounding')} <span className="num">{report.roundingDifference}</span></>}
        </p>
      )}
    </Card>
  )
}

function Count({ name, value, strong, bad }: { name: string; value: string; strong?: boolean; bad?: boolean }) {
  return <div className="count"><span className="muted small">{name}</span><b className={`num ${bad ? 'bad' : ''} ${strong ? 'brand' : ''}`}>{value}</b></div>
}
