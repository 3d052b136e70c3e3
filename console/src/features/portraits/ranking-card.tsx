import { UsergroupAddOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { useLabel } from '@/lib/i18n'
import { useCan } from '@/lib/session'
import { Card } from '@/ui/card'
import { Figure } from '@/ui/figure'
import type { Choice, ChoiceRanking } from './api'
import { KeepDialog } from './keep-dialog'

/** One ranking: how many it pays to keep, and how it did in the past. */
export function RankingCard({ ranking, choice, asOf }: { ranking: ChoiceRanking; choice: Choice; asOf: string }) {
  const { t } = useTranslation('portraits')
  const format = useFormat()
  const label = useLabel()
  const may = useCan('AUDIENCES_WRITE')
  const [keeping, setKeeping] = useState(false)
  const { best } = ranking
  const money = (amount: number) => format.money({ amount, currency: choice.currency ?? 'XXX' })
  const top = Math.max(0.0001, ...ranking.tenths)
  return (
    <Card title={t(`choice.by.${ranking.key}`)} hint={t(`choice.hint.${ranking.key}`)}>
      {ranking.lacking && <p className="muted">{label(ranking.lacking)}</p>}
      {best && best.kept === 0 && <p className="muted">{t('choice.nobody')}</p>}
      {best && best.kept > 0 && (
        <div className="stack tight">
          <dl className="pairs">
            <dt>{t('choice.best')}</dt><dd><Figure value={best.kept} open={best.open} label={t('choice.best')} /></dd>
            <dt>{t('choice.profitOf')}</dt><dd className="num">{money(best.profit)}</dd>
            <dt>{t('choice.cost')}</dt><dd className="num">{money(best.cost)}</dd>
            <dt>{t('choice.answers')}</dt><dd className="num">{format.number(best.answers)}</dd>
          </dl>
          {may && <Button icon={<UsergroupAddOutlined />} onClick={() => setKeeping(true)}>{t('keep.title')}</Button>}
        </div>
      )}
      {ranking.tenths.length > 0 && (
        <>
          <p className="muted small tenths-title">{t('choice.tenths')}</p>
          <ol className="tenths">{ranking.tenths.map((share, i) => <li key={i} title={format.percent(share, 1)}><i style={{ height: `${(100 * share) / top}%` }} /><span className="num">{format.percent(share)}</span></li>)}</ol>
        </>
      )}
      {keeping && best && <KeepDialog keep={{ path: '/portraits/audiences', body: { in: new URLSearchParams(best.open).getAll('in'), asOf: asOf || undefined } }} customers={best.kept} live={false} name={t('choice.named', { ranking: t(`choice.by.${ranking.key}`), shown: format.number(best.kept) })} onClose={() => setKeeping(false)} />}
    </Card>
  )
}
