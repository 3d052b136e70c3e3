import { useTranslation } from 'react-i18next'
import type { Moment } from '../language/types'
import { Choice } from './choice'
import type { PartProps } from './clause-context'
import { InstantField } from './day-field'
import { LengthEditor } from './length-editor'

/** As of now, some time ago, or an instant. No moment is the same as "now". */
export function MomentEditor({ value, onChange, at = '/asOf' }: Omit<PartProps<Moment | undefined>, 'at'> & { at?: string }) {
  const { t } = useTranslation('conditions')
  const moment: Moment = value ?? { type: 'now' }
  const take = (type: string) => {
    if (type === 'ago') onChange({ type, length: { amount: 3, unit: 'month' } })
    else if (type === 'at') onChange({ type, instant: new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString().replace('.000Z', 'Z') })
    else onChange(undefined)
  }
  return (
    <>
      <Choice label={t('field.moment')} at={`${at}/type`} value={moment.type} options={['now', 'ago', 'at'].map((type) => ({ value: type, label: t(`moment.${type}`) }))} onChange={take} />
      {moment.type === 'ago' && <><LengthEditor value={moment.length} at={`${at}/length`} onChange={(length) => onChange({ ...moment, length })} /><span className="word">{t('ago')}</span></>}
      {moment.type === 'at' && <InstantField label={t('field.instant')} at={`${at}/instant`} value={moment.instant} onChange={(instant) => instant && onChange({ ...moment, instant })} />}
    </>
  )
}
