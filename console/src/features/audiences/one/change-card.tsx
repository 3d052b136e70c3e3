import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { customersLink } from '@/lib/routes'
import { useCan } from '@/lib/session'
import { Card } from '@/ui/card'
import { ExportList } from '@/ui/export-list'
import { Figure } from '@/ui/figure'
import { Load } from '@/ui/load'
import { ProblemAlert } from '@/ui/problem-alert'
import { useChange, useSettle } from '../api'
import type { AudienceDetail, Change } from '../types'

interface Props {
  audience: AudienceDetail
  change: string
  onDone: () => void
}

/** What another condition would do, before it does it. */
export function ChangeCard({ audience, change, onDone }: Props) {
  const { t } = useTranslation('audiences')
  const query = useChange(audience.id, change)
  if (query.data && (query.data.state === 'applied' || query.data.state === 'discarded')) return null
  return (
    <Card title={t('change.title')} className="change-card">
      <Load query={query}>{(data) => <Difference audience={audience} id={change} data={data} onDone={onDone} />}</Load>
    </Card>
  )
}

function Difference({ audience, id, data, onDone }: { audience: AudienceDetail; id: string; data: Change; onDone: () => void }) {
  const { t } = useTranslation('audiences')
  const { message } = App.useApp()
  const format = useFormat()
  const settle = useSettle(audience.id, id)
  const may = useCan('AUDIENCES_WRITE')
  if (data.state === 'evaluating') return <p role="status">{t('change.evaluating')}</p>
  const end = (verb: 'apply' | 'discard') => settle.mutate(verb, {
    onSuccess: () => {
      void message.success(t(`change.${verb}Done`))
      onDone()
    },
  })
  const open = (side: 'entering' | 'leaving') => customersLink({ in: `audience.${side}:${id}` })
  return (
    <div className="stack" role="status">
      <p className="diff">
        <span className="good"><Figure value={`+${format.number(data.entering ?? 0)}`} open={open('entering')} label={t('change.entering')} /></span>
        <span className="bad"><Figure value={`−${format.number(data.leaving ?? 0)}`} open={open('leaving')} label={t('change.leaving')} /></span>
        <span className="muted">{t('change.staying', { count: data.staying ?? 0, shown: format.number(data.staying ?? 0) })}</span>
      </p>
      <p className="muted small">{t('change.hint')}</p>
      <div className="row">
        {Boolean(data.entering) && <span className="row tight"><span>{t('change.entering')}</span><ExportList list={{ in: [`audience.entering:${id}`] }} name={`${audience.name} +`} count={data.entering ?? undefined} /></span>}
        {Boolean(data.leaving) && <span className="row tight"><span>{t('change.leaving')}</span><ExportList list={{ in: [`audience.leaving:${id}`] }} name={`${audience.name} −`} count={data.leaving ?? undefined} /></span>}
      </div>
      {settle.isError && <ProblemAlert error={settle.error} />}
      {may && (
        <div className="row">
          <Button type="primary" loading={settle.isPending && settle.variables === 'apply'} onClick={() => end('apply')}>{t('change.apply')}</Button>
          <Button loading={settle.isPending && settle.variables === 'discard'} onClick={() => end('discard')}>{t('change.discard')}</Button>
        </div>
      )}
    </div>
  )
}
