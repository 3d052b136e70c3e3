import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import type { Standing } from '@/lib/scores'

/** Whether the customer waits for deals, where there are enough purchases to tell. */
export function DealSentence({ items }: { items: Standing[] }) {
  const { t } = useTranslation('response')
  const format = useFormat()
  const figures = items.find((each) => each.model === 'response')?.points[0]?.figures
  const of = (key: string) => figures?.find((each) => each.figure === key)
  const kind = of('class')?.text
  if (!kind || kind === 'unknown') return null
  return <p className="small">{t(`card.${kind}`, { share: format.percent(of('share')?.number ?? 0), index: format.number(of('index')?.number ?? 1, 2), defaultValue: '' })}</p>
}
