import { useTranslation } from 'react-i18next'
import { CURRENCIES } from '@/lib/choices'
import { useSession } from '@/lib/session'
import type { Property } from '../language/types'
import { useWords } from '../vocabulary'
import { Choice } from './choice'
import type { PartProps } from './clause-context'

const OTHERS = ['subject', 'source', 'kind'] as const

/** A property of a fact: one of its attributes by name, or what every fact has. */
export function PropertyEditor({ value, onChange, at, kinds }: PartProps<Property> & { kinds: string[] }) {
  const { t } = useTranslation('conditions')
  const words = useWords()
  const { workspace } = useSession()
  const names = [...new Set(words.all.kinds.filter((kind) => kinds.length === 0 || kinds.includes(kind.key)).flatMap((kind) => (kind.attributes ?? []).map(({ name }) => name)))]
  const options = [
    ...names.map((name) => ({ value: `attribute:${name}`, label: words.attribute(name) })),
    { value: 'amount', label: t('property.amount') }, ...OTHERS.map((type) => ({ value: type, label: t(`property.${type}`) })),
  ]
  const shown = value.type === 'attribute' ? (value.name ? `attribute:${value.name}` : '') : value.type
  const take = (word: string) => {
    if (word === 'amount') onChange({ type: 'amount', currency: workspace.currency })
    else if (OTHERS.some((type) => type === word)) onChange({ type: word as 'subject' })
    else onChange({ type: 'attribute', name: word.replace(/^attribute:/, '') })
  }
  const own = value.type === 'attribute' && value.name && !names.includes(value.name) ? [{ value: shown, label: value.name }] : []
  return (
    <>
      <Choice label={t('field.property')} at={at} value={shown} options={[...own, ...options]} onChange={take} free />
      {value.type === 'amount' && <Choice label={t('field.currency')} at={`${at}/currency`} value={value.currency} options={CURRENCIES.map((code) => ({ value: code, label: code }))} onChange={(currency) => onChange({ ...value, currency })} />}
    </>
  )
}
