import { Select, TimePicker } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from '@/ui/problem-alert'
import { When } from '@/ui/when'
import { useSchedule } from './api'
import type { Card, Schedule } from './types'

const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']
const NIGHT = '03:00'

/** When the model runs by itself, in the workspace's time. */
export function ScheduleEditor({ card, editable }: { card: Card; editable: boolean }) {
  const { t } = useTranslation('models')
  const save = useSchedule()
  const schedule = card.schedule
  const put = (next: Schedule | null) => save.mutate({ model: card.model, schedule: next && { every: next.every, weekday: next.every === 'week' ? (next.weekday ?? 'MONDAY') : null, at: next.at.slice(0, 5) } })
  if (!editable) return schedule ? <p className="muted small">{t('next')} <When at={schedule.due} as="dateTime" /></p> : null
  return (
    <div className="stack tight">
      <div className="row tight">
        <Select
          size="small" aria-label={t('schedule.label')} value={schedule?.every ?? 'none'} style={{ minWidth: 120 }}
          onChange={(every) => put(every === 'none' ? null : { every: every === 'week' ? 'week' : 'day', weekday: schedule?.weekday ?? null, at: schedule?.at ?? NIGHT })}
          options={(['none', 'day', 'week'] as const).map((value) => ({ value, label: t(`schedule.${value}`) }))}
        />
        {schedule?.every === 'week' && <Select size="small" aria-label={t('schedule.weekday')} value={schedule.weekday ?? 'MONDAY'} style={{ minWidth: 112 }} onChange={(weekday) => put({ ...schedule, weekday })} options={DAYS.map((value) => ({ value, label: t(`weekday.${value}`) }))} />}
        {schedule && <TimePicker size="small" aria-label={t('schedule.at')} format="HH:mm" minuteStep={5} allowClear={false} needConfirm={false} value={dayjs(`2026-01-01T${schedule.at}`)} onChange={(at) => at && put({ ...schedule, at: at.format('HH:mm') })} style={{ width: 92 }} />}
      </div>
      {schedule && <p className="muted small">{t('next')} <When at={schedule.due} as="dateTime" /></p>}
      {save.isError && <ProblemAlert error={save.error} />}
    </div>
  )
}
