import { useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '@/lib/format'
import { useLabel } from '@/lib/i18n'
import { customersLink } from '@/lib/routes'
import { heatStep } from '@/ui/heat'
import type { Cell, Rfm } from './api'
import type { Measure } from './rfm-page'

const SCORES = [1, 2, 3, 4, 5]
const FALLING = [5, 4, 3, 2, 1]

/** Where an arrow leads from a cell; the edge of the grid stops it. */
export function neighbour(r: number, fm: number, key: string): [number, number] | null {
  const clamp = (score: number) => Math.min(5, Math.max(1, score))
  switch (key) {
    case 'ArrowUp': return [clamp(r + 1), fm]
    case 'ArrowDown': return [clamp(r - 1), fm]
    case 'ArrowLeft': return [r, clamp(fm - 1)]
    case 'ArrowRight': return [r, clamp(fm + 1)]
    case 'Home': return [r, 1]
    case 'End': return [r, 5]
    default: return null
  }
}

/** The 5×5 heat map as a real table: each cell is a link to exactly its customers. */
export function Grid({ rfm, measure, asOf }: { rfm: Rfm; measure: Measure; asOf: string }) {
  const { t } = useTranslation('rfm')
  const format = useFormat()
  const label = useLabel()
  const table = useRef<HTMLTableElement>(null)
  const top = Math.max(1, ...rfm.grid.map((cell) => cell[measure]))
  const total = rfm.grid.reduce((sum, cell) => sum + cell[measure], 0) || 1
  const at = new Map(rfm.grid.map((cell) => [`${cell.r}-${cell.fm}`, cell]))
  const text = (cell: Cell) => (measure === 'customers' ? format.number(cell.customers) : format.moneyShort({ amount: cell.revenue, currency: rfm.currency ?? 'XXX' }))

  const move = (event: KeyboardEvent) => {
    const [r, fm] = (event.target instanceof HTMLElement ? event.target.dataset.cell ?? '' : '').split('-').map(Number)
    const next = r && fm ? neighbour(r, fm, event.key) : null
    if (!next) return
    event.preventDefault()
    table.current?.querySelector<HTMLElement>(`[data-cell="${next[0]}-${next[1]}"]`)?.focus()
  }

  return (
    <div className="rfm-wrap">
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the arrows move between the links inside */}
      <table className="rfm-grid" ref={table} onKeyDown={move}>
        <caption className="hidden-visually">{t('grid.caption')}</caption>
        <colgroup><col className="head" />{SCORES.map((fm) => <col key={fm} />)}</colgroup>
        <tbody>
          {FALLING.map((r) => (
            <tr key={r}>
              <th scope="row"><span className="score">{r}</span><span className="hidden-visually">{t('grid.recency', { score: r })}</span></th>
              {SCORES.map((fm) => {
                const cell = at.get(`${r}-${fm}`)
                if (!cell) return <td key={fm} className="rfm-cell" />
                const step = heatStep(cell[measure], top)
                return (
                  <td key={fm}>
                    <Link
                      className={`rfm-cell heat-${step} ${cell.customers === 0 ? 'zero' : ''}`} data-cell={`${r}-${fm}`}
                      to={customersLink({ in: `rfm.cell:${r}-${fm}`, asOf })}
                    >
                      <span className="region">{label(cell.regionLabel, cell.region)} </span>
                      <b className="num">{text(cell)}</b>
                      <span className="share num"> {format.percent(cell[measure] / total, 1)}</span>
                      <span className="hidden-visually">{t('grid.cell', { r, fm })}</span>
                    </Link>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td />
            {SCORES.map((fm) => <th key={fm} scope="col"><span className="score">{fm}</span></th>)}
          </tr>
        </tfoot>
      </table>
      <span className="axis-y" aria-hidden="true">{t('grid.axisR')}</span>
      <span className="axis-x" aria-hidden="true">{t('grid.axisFm')}</span>
    </div>
  )
}
