import { Link } from 'react-router'
import { heatStep } from '@/ui/heat'

export interface HeatCell {
  key: string
  main: string
  sub: string
  /** Said aloud, with the row and the column. */
  spoken: string
  warmth: number
  to: string | null
}

interface Props {
  caption: string
  corner: string
  columns: string[]
  rows: { name: string; cells: HeatCell[] }[]
}

/** A map of warm and cool cells as a real table; each cell that counts somebody is a link to them. */
export function HeatTable({ caption, corner, columns, rows }: Props) {
  const top = Math.max(0, ...rows.flatMap((row) => row.cells.map((cell) => cell.warmth)))
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reachable by keyboard
    <div className="heat-box" role="group" aria-label={caption} tabIndex={0}>
      <table className="heat-table">
        <caption className="hidden-visually">{caption}</caption>
        <thead><tr><td className="muted small">{corner}</td>{columns.map((name) => <th key={name} scope="col">{name}</th>)}</tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              {row.cells.map((cell) => (
                <td key={cell.key}>
                  {cell.to
                    ? (
                      <Link className={`rfm-cell heat-${heatStep(cell.warmth, top)}`} to={cell.to}>
                        <b className="num">{cell.main}</b>
                        <span className="share num"> {cell.sub}</span>
                        <span className="hidden-visually"> {cell.spoken}</span>
                      </Link>
                    )
                    : <span className="rfm-cell heat-0 zero" aria-hidden="true" />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
