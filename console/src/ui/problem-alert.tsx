import { WarningFilled } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { isProblem } from '@/lib/problem'

interface Props {
  error: unknown
  onRetry?: () => void
  retrying?: boolean
}

/** What went wrong, in words, with the trace id that support will ask for, and a way on. */
export function ProblemAlert({ error, onRetry, retrying }: Props) {
  const { t } = useTranslation()
  const problem = isProblem(error) ? error : null
  const outage = problem?.outage ?? false
  const title = outage ? t('problem.outage') : problem?.message || t('problem.unknown')
  const detail = outage ? t('problem.outageDetail') : problem?.detail || (problem ? '' : error instanceof Error ? error.message : '')
  return (
    <div className="problem" role="alert">
      <span className="icon" aria-hidden="true"><WarningFilled /></span>
      <div className="grow">
        <p className="strong">{title}</p>
        {detail && <p>{detail}</p>}
        {problem && problem.errors.length > 0 && (
          <ul>
            {problem.errors.map((each) => <li key={each.pointer + each.code}>{each.message}</li>)}
          </ul>
        )}
        {problem?.traceId && <p className="trace">{t('problem.trace', { id: problem.traceId })}</p>}
      </div>
      {onRetry && <Button size="small" onClick={onRetry} loading={retrying}>{t('retry')}</Button>}
    </div>
  )
}
