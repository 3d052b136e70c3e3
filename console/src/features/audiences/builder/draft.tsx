import { Alert, Button } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { keep, kept } from '@/lib/kept'
import { useSession } from '@/lib/session'
import type { Json } from '../language/types'
import type { Naming } from './name-fields'
import { useSettled } from './use-settled'

interface Draft {
  naming: Naming
  condition: Json
  at: string
}

const PAUSE = 600

/** Keeps what is being built in this browser, for this person, until it is saved or thrown away. */
export function useDraft(name: string, naming: Naming, condition: Json, empty: Json) {
  const { user } = useSession()
  const key = `draft.${user.id}.${name}`
  const [found, setFound] = useState(() => kept<Draft>(key))
  const text = useSettled(JSON.stringify({ naming, condition }), PAUSE)
  useEffect(() => {
    const now = JSON.parse(text) as Omit<Draft, 'at'>
    const blank = JSON.stringify(now.condition) === JSON.stringify(empty) && Object.values(now.naming).every((part) => part === '')
    if (!blank) keep(key, { ...now, at: new Date().toISOString() })
  }, [key, text, empty])
  return {
    found,
    taken: () => setFound(null),
    drop: () => {
      keep(key, null)
      setFound(null)
    },
  }
}

export function DraftOffer({ at, onTake, onDrop }: { at: string; onTake: () => void; onDrop: () => void }) {
  const { t } = useTranslation('audiences')
  const format = useFormat()
  return (
    <Alert
      type="info" showIcon role="status" title={t('draftKept', { at: format.dateTime(at) })}
      action={<span className="row tight"><Button size="small" type="primary" onClick={onTake}>{t('draftOn')}</Button><Button size="small" onClick={onDrop}>{t('draftOff')}</Button></span>}
    />
  )
}
