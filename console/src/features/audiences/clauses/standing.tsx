import { useTranslation } from 'react-i18next'
import type { AudienceClause, BucketClause, ScoreClause, StageClause, StageMovedClause } from '../language/types'
import { Input } from 'antd'
import { Choice, Choices } from '../parts/choice'
import { useStatus } from '../parts/clause-context'
import { MomentEditor } from '../parts/moment-editor'
import { NumberField } from '../parts/number-field'
import { TestEditor } from '../parts/test-editor'
import { cleaned } from '../parts/cleaned'
import { WindowEditor } from '../parts/window-editor'
import { keyOf, useWords } from '../vocabulary'
import type { ClauseProps } from './props'

export function ScoreEditor({ value, onChange }: ClauseProps<ScoreClause>) {
  const { t } = useTranslation('conditions')
  const words = useWords()
  const figures = words.all.models.find(({ key }) => key === value.model)?.figures ?? []
  const known = figures.find(({ key }) => key === value.figure)
  return (
    <>
      <Choice label={t('field.model')} at="/model" value={value.model} free options={words.all.models.map(({ key }) => ({ value: key, label: words.model(key) }))} onChange={(model) => onChange({ ...value, model })} />
      <Choice label={t('field.figure')} at="/figure" value={value.figure} free options={figures.map(({ key }) => ({ value: key, label: words.figure(value.model, key) }))} onChange={(figure) => onChange({ ...value, figure })} />
      <TestEditor value={value.test} at="/test" type={known?.type} examples={known?.values} onChange={(test) => onChange({ ...value, test })} />
      <MomentEditor value={value.asOf} onChange={(asOf) => onChange(cleaned({ ...value, asOf }))} />
    </>
  )
}

function useStageOptions(scheme: string) {
  const words = useWords()
  return (words.all.schemes.find(({ key }) => key === scheme)?.stages ?? []).map(keyOf).map((key) => ({ value: key, label: words.stage(scheme, key) }))
}

function SchemeChoice({ value, onChange }: { value: string; onChange: (scheme: string) => void }) {
  const { t } = useTranslation('conditions')
  const words = useWords()
  return <Choice label={t('field.scheme')} at="/scheme" value={value} free options={words.all.schemes.map(({ key }) => ({ value: key, label: words.scheme(key) }))} onChange={onChange} />
}

export function StageEditor({ value, onChange }: ClauseProps<StageClause>) {
  const { t } = useTranslation('conditions')
  const stages = useStageOptions(value.scheme)
  return (
    <>
      <span className="word">{t('stageOf')}</span>
      <SchemeChoice value={value.scheme} onChange={(scheme) => onChange({ ...value, scheme, stages: [] })} />
      <span className="word">{t('isOneOf')}</span>
      <Choices label={t('field.stages')} at="/stages" values={value.stages} free options={stages} onChange={(next) => onChange({ ...value, stages: next })} />
      <MomentEditor value={value.asOf} onChange={(asOf) => onChange(cleaned({ ...value, asOf }))} />
    </>
  )
}

export function StageMovedEditor({ value, onChange }: ClauseProps<StageMovedClause>) {
  const { t } = useTranslation('conditions')
  const stages = useStageOptions(value.scheme)
  const put = (side: 'from' | 'to', next: string[]) => onChange(cleaned({ ...value, [side]: next.length > 0 ? next : undefined }))
  return (
    <>
      <span className="word">{t('movedIn')}</span>
      <SchemeChoice value={value.scheme} onChange={(scheme) => onChange(cleaned({ ...value, scheme, from: undefined, to: undefined }))} />
      <span className="word">{t('fromStages')}</span>
      <Choices label={t('field.fromStages')} placeholder={t('anyStage')} at="/from" values={value.from ?? []} free options={stages} onChange={(next) => put('from', next)} />
      <span className="word">{t('toStages')}</span>
      <Choices label={t('field.toStages')} placeholder={t('anyStage')} at="/to" values={value.to ?? []} free options={stages} onChange={(next) => put('to', next)} />
      <WindowEditor value={value.window} onChange={(window) => onChange(cleaned({ ...value, window }))} />
    </>
  )
}

export function AudienceEditor({ value, onChange }: ClauseProps<AudienceClause>) {
  const { t } = useTranslation('conditions')
  const words = useWords()
  return (
    <>
      <span className="word">{t('inAudience')}</span>
      <Choice label={t('field.audience')} at="/audience" value={value.audience} free options={words.all.audiences.map(({ id, name }) => ({ value: id, label: name }))} onChange={(audience) => onChange({ ...value, audience })} />
    </>
  )
}

const HUNDREDTHS = 100

export function BucketEditor({ value, onChange }: ClauseProps<BucketClause>) {
  const { t } = useTranslation('conditions')
  const status = useStatus('/salt')
  const from = value.from ?? 0
  return (
    <>
      <span className="word">{t('bucketFrom')}</span>
      <NumberField label={t('field.bucketFrom')} at="/from" fraction value={from / HUNDREDTHS} least={0} most={100} suffix="%" onChange={(next = 0) => onChange(cleaned({ ...value, from: next === 0 ? undefined : Math.round(next * HUNDREDTHS) }))} />
      <span className="word">{t('until')}</span>
      <NumberField label={t('field.bucketBelow')} at="/below" fraction value={value.below / HUNDREDTHS} least={0.01} most={100} suffix="%" onChange={(next = 10) => onChange({ ...value, below: Math.round(next * HUNDREDTHS) })} />
      <span className="word">{t('drawnBy')}</span>
      <Input size="small" className="text-field" aria-label={t('field.salt')} placeholder={t('field.salt')} status={status} value={value.salt} onChange={(event) => onChange({ ...value, salt: event.target.value })} />
    </>
  )
}
