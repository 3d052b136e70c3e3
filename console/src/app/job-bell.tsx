import { BellOutlined } from '@ant-design/icons'
import { Badge, Button, Popover } from 'antd'
import { useTranslation } from 'react-i18next'
import { hasEnded, useJobs } from '@/lib/jobs'
import { useCan } from '@/lib/session'
import { JobProgress } from '@/ui/job-progress'

export function JobBell() {
  const may = useCan('JOBS_READ')
  return may ? <Bell /> : null
}

function Bell() {
  const { t } = useTranslation('shell')
  const jobs = useJobs()
  const items = jobs.data?.items ?? []
  const running = items.filter((job) => !hasEnded(job.state)).length
  const list = items.length === 0
    ? <p className="muted">{t('jobs.none')}</p>
    : <ul className="stack bell-list">{items.slice(0, 5).map((job) => <li key={job.id}><JobProgress job={job} compact controls={!hasEnded(job.state)} /></li>)}</ul>
  return (
    <Popover trigger="click" getPopupContainer={(button) => button.parentElement ?? document.body} placement="bottomRight" title={t('jobs.title')} content={<div className="bell">{list}</div>}>
      <Badge count={running} size="small" offset={[-6, 6]}>
        <Button type="text" shape="circle" icon={<BellOutlined />} aria-label={t('jobs.open', { count: running })} />
      </Badge>
    </Popover>
  )
}
