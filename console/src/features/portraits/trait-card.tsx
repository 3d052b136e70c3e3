import { UsergroupAddOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '@/lib/format'
import { useLabel } from '@/lib/i18n'
import { openLink } from '@/lib/routes'
import { useCan } from '@/lib/session'
import { Card } from '@/ui/card'
import { Figure } from '@/ui/figure'
import type { Bar, Trait } from './api'
import { KeepDialog } from './keep-dialog'
import { reach } from './reach'

const SHOWN = 12

interface Props {
  trait: Trait
  /** Of what the portrait is, as a saved audience would name it. */
  chosen: string[]
  name: string
  /** A portrait as of a day in the past cannot be followed. */
  past: string
  /** True if what is portrayed can itself be asked for in a condition. */
  follows: boolean
}

/** One grouping: how typical each of its values is, the most telling first. */
export function TraitCard({ trait, chosen, name, past, follows }: Props) {
  const { t } = useTranslation('portraits')
  const format = useFormat()
  const label = useLabel()
  const [all, setAll] = useState(false)
  const [kept, setKept] = useState<Bar | null>(null)
  const values = all ? trait.values : trait.values.slice(0, SHOWN)
  const title = label(trait.grouping.label)
  return (
    <Card
      title={title} className="trait"
      extra={(
        <>
          {trait.tooFew ? <span className="badge warn">{t('tooFew')}</span> : <span className={`badge ${trait.differs ? 'brand' : 'outline'}`}>{t(trait.differs ? 'differs' : 'same')}</span>}
          <span className="muted small" title={t('strengthHint')}>{t('strength', { value: format.number(trait.strength, 2) })}</span>
        </>
      )}
    >
      <table className="bars">
        <caption className="hidden-visually">{title}</caption>
        <thead>
          <tr><th scope="col">{t('value')}</th><th scope="col" className="end">{t('customers')}</th><th scope="col" className="end">{t('share')}</th><th scope="col" className="end wide">{t('inAll')}</th><th scope="col">{t('index')}</th><td /></tr>
        </thead>
        <tbody>
          {values.map((bar) => <Row key={bar.value} bar={bar} onKeep={() => setKept(bar)} />)}
        </tbody>
      </table>
      {trait.values.length > SHOWN && <Button type="link" size="small" onClick={() => setAll(!all)}>{all ? t('fewer') : t('more', { count: trait.values.length - SHOWN })}</Button>}
      {kept && (
        <KeepDialog
          keep={{ path: '/portraits/audiences', body: { in: new URLSearchParams(kept.open).getAll('in'), asOf: past || undefined } }} customers={kept.customers} live={kept.live && follows && past === '' && chosen.length > 0}
          name={[name, label(kept.label)].filter(Boolean).join(' · ')} onClose={() => setKept(null)}
        />
      )}
    </Card>
  )
}

function Row({ bar, onKeep }: { bar: Bar; onKeep: () => void }) {
  const { t } = useTranslation('portraits')
  const format = useFormat()
  const label = useLabel()
  const may = useCan('AUDIENCES_WRITE')
  const name = label(bar.label, bar.value)
  const index = bar.index === null ? '–' : format.number(bar.index)
  const over = bar.index !== null && bar.index >= 100
  return (
    <tr className={bar.differs ? 'telling' : ''}>
      <th scope="row">{name}</th>
      <td className="end"><Figure value={bar.customers} open={bar.customers > 0 ? bar.open : null} label={name} /></td>
      <td className="end num">{format.percent(bar.share, 1)}</td>
      <td className="end num wide">{format.percent(bar.againstShare, 1)}</td>
      <td className="scale">
        <Link className="tgi" to={openLink(bar.open)} aria-label={t('indexOf', { name, index })} tabIndex={-1}>
          <span className="left">{!over && <i className="bad-side" style={{ width: `${reach(bar.index)}%` }} />}</span>
          <span className="right">{over && <i style={{ width: `${reach(bar.index)}%` }} />}</span>
          <b className="num">{index}</b>
          {bar.differs && <span className="star" title={t('chance', { value: chanceText(bar.chance) })} aria-label={t('chance', { value: chanceText(bar.chance) })}>★</span>}
          {bar.tooFew && <span className="muted" title={t('tooFew')}>·</span>}
        </Link>
      </td>
      <td className="end">{may && bar.customers > 0 && <Button size="small" type="text" icon={<UsergroupAddOutlined />} aria-label={t('keep.of', { name })} title={t('keep.of', { name })} onClick={onKeep} />}</td>
    </tr>
  )
}

const chanceText = (chance: number) => (chance < 0.001 ? '< 0.001' : chance.toFixed(3))
