import { Button } from 'antd'
import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { useUrlState } from '@/lib/url-state'
import { Card } from '@/ui/card'
import { Skeleton } from '@/ui/load'
import { ProblemAlert } from '@/ui/problem-alert'
import { useTimeline } from '../api'
import { GROUPS, type Customer, type Fact } from '../types'
import { FactDrawer } from './fact-drawer'
import { FactRow, ItemRows, isItem } from './fact-row'

const SHAPE = { group: [] as string[], from: '', to: '' }

/** Facts that follow one another on one day of the workspace. */
export function byDay(facts: Fact[], dayKey: (instant: string) => string): [string, Fact[]][] {
  const days: [string, Fact[]][] = []
  for (const fact of facts) {
    const key = dayKey(fact.occurredAt)
    const last = days[days.length - 1]
    if (last && last[0] === key) last[1].push(fact)
    else days.push([key, [fact]])
  }
  return days
}

/** An order's lines are learnt at the instant of the order; they are told after it. */
export function itemsLast(facts: Fact[]): Fact[] {
  const told: Fact[] = []
  let items: Fact[] = []
  for (const fact of facts) {
    const [waiting] = items
    if (waiting && waiting.subject !== fact.subject) {
      told.push(...items)
      items = []
    }
    if (isItem(fact)) items.push(fact)
    else {
      told.push(fact, ...items)
      items = []
    }
  }
  return [...told, ...items]
}

/** Facts one by one, the lines of one order together. */
export function runs(facts: Fact[]): (Fact | Fact[])[] {
  const told: (Fact | Fact[])[] = []
  for (const fact of facts) {
    const last = told[told.length - 1]
    if (!isItem(fact)) told.push(fact)
    else if (Array.isArray(last) && last[0]?.subject === fact.subject && last[0]?.kind === fact.kind) last.push(fact)
    else told.push([fact])
  }
  return told
}

/** A day means its beginning, so that the last facts shown are of the day before. */
export function until(asOf: string): string {
  if (asOf.length !== 10) return asOf
  const day = new Date(`${asOf}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() - 1)
  return day.toISOString().slice(0, 10)
}

export function TimelineCard({ customer, asOf }: { customer: Customer; asOf: string }) {
  const { t } = useTranslation('customer')
  const { t: common } = useTranslation()
  const format = useFormat()
  const [state, change] = useUrlState(SHAPE)
  const timeline = useTimeline(customer.id, asOf && !state.to ? { ...state, to: until(asOf) } : state)
  const [open, setOpen] = useState<string | null>(null)
  const facts = timeline.data?.pages.flatMap((page) => page.items) ?? []
  const toggle = (group: string) => change({ group: state.group.includes(group) ? state.group.filter((each) => each !== group) : [...state.group, group] }, true)
  return (
    <Card title={t('timeline.title')} hint={t('timeline.hint')}>
      <div className="filters" role="group" aria-label={t('timeline.filter')}>
        <Button size="small" shape="round" type={state.group.length === 0 ? 'primary' : 'default'} aria-pressed={state.group.length === 0} onClick={() => change({ group: [] }, true)}>{common('all')}</Button>
        {GROUPS.map((group) => (
          <Button key={group} size="small" shape="round" type={state.group.includes(group) ? 'primary' : 'default'} aria-pressed={state.group.includes(group)} onClick={() => toggle(group)}>{t(`group.${group}`)}</Button>
        ))}
      </div>
      {timeline.isError && <ProblemAlert error={timeline.error} onRetry={() => void timeline.refetch()} />}
      {timeline.isPending && <Skeleton lines={8} />}
      {timeline.data && facts.length === 0 && <p className="muted">{t('timeline.empty')}</p>}
      <ol className="facts">
        {byDay(facts, format.dayKey).map(([day, list]) => (
          <Fragment key={day}>
            <li className="day-head">{format.day(day)}</li>
            {runs(itemsLast(list)).map((run) => (Array.isArray(run) ? <ItemRows key={run[0]?.id} facts={run} /> : <FactRow key={run.id} fact={run} onWhy={setOpen} />))}
          </Fragment>
        ))}
      </ol>
      {timeline.hasNextPage && <div className="row more"><Button onClick={() => void timeline.fetchNextPage()} loading={timeline.isFetchingNextPage}>{t('timeline.older')}</Button></div>}
      <FactDrawer id={open} onClose={() => setOpen(null)} />
    </Card>
  )
}
