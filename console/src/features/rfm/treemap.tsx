import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '@/lib/format'
import { useLabel } from '@/lib/i18n'
import { customersLink } from '@/lib/routes'
import { Figure } from '@/ui/figure'
import type { Rfm, TypeShare } from './api'
import type { Measure } from './rfm-page'
import { squarify } from './squarify'

const ASPECT = 1.35

/** Upper case, underscores or hyphens: the key of a type is compared as words. */
const wordsOf = (type: string) => type.toLowerCase().replaceAll('_', '-')

/** The eight types as areas, and what each of them means in plain language. */
export function Treemap({ rfm, measure, asOf }: { rfm: Rfm; measure: Measure; asOf: string }) {
  const { t } = useTranslation('rfm')
  const format = useFormat()
  const label = useLabel()
  const total = rfm.types.reduce((sum, type) => sum + Math.max(0, type[measure]), 0) || 1
  const sorted = [...rfm.types].sort((a, b) => b[measure] - a[measure])
  const shown = sorted.filter((type) => type[measure] > 0)
  const boxes = squarify(shown.map((type) => type[measure]), ASPECT)
  const [chosen, setChosen] = useState<string | null>(null)
  const current = sorted.find((type) => type.type === chosen) ?? sorted[0]
  const text = (type: TypeShare) => (measure === 'customers' ? format.number(type.customers) : format.moneyShort({ amount: type.revenue, currency: rfm.currency ?? 'XXX' }))
  return (
    <div className="stack">
      <ul className="treemap" aria-label={t('types.title')}>
        {shown.map((type, i) => {
          const box = boxes[i]
          if (!box) return null
          const small = box.width < 26 || box.height < 26
          const tiny = box.height < 12 || box.width < 12
          return (
            <li key={type.type} style={{ left: `${box.x}%`, top: `${box.y}%`, width: `${box.width}%`, height: `${box.height}%` }}>
              <Link
                className={`tree-tile ${wordsOf(type.type).startsWith('important') ? 'important' : 'general'} ${tiny ? 'tiny' : small ? 'small' : ''}`} to={customersLink({ in: `rfm.type:${type.type}`, asOf })}
                onFocus={() => setChosen(type.type)} onMouseEnter={() => setChosen(type.type)}
              >
                <span className="name">{label(type.label, type.type)}</span>
                <b className="num">{text(type)}</b>
                {!small && !tiny && <span className="num share">{format.percent(type[measure] / total, 1)}</span>}
              </Link>
            </li>
          )
        })}
      </ul>
      {current && <Meaning type={current} asOf={asOf} />}
    </div>
  )
}

function Meaning({ type, asOf }: { type: TypeShare; asOf: string }) {
  const { t } = useTranslation('rfm')
  const { t: common } = useTranslation()
  const label = useLabel()
  const key = wordsOf(type.type)
  return (
    <div className="meaning" aria-live="polite">
      <h3>{label(type.label, type.type)} <span className="muted">· <Figure value={common('customers', { count: type.customers })} open={`in=rfm.type:${type.type}`} asOf={asOf} /></span></h3>
      <p>{t(`meaning.${key}`, { defaultValue: '' })}</p>
      <p className="do"><b>{t('types.do')}</b> {t(`action.${key}`, { defaultValue: '' })}</p>
    </div>
  )
}
