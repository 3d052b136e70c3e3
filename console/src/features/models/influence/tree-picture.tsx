import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '@/lib/format'
import { openLink } from '@/lib/routes'
import { radial } from './radial'
import type { Tree } from './types'

const SIZE = 200
const MANY = 60

/** One tree of who came by whom. The dots are for the pointer; the name opens them all for everybody. */
export function TreePicture({ tree, who, asOf }: { tree: Tree; who: string; asOf: string }) {
  const { t } = useTranslation('influence')
  const format = useFormat()
  const dots = radial(tree.people, SIZE)
  const size = dots.length > MANY ? 2.6 : 4
  return (
    <li className="referral-tree">
      <Link className="strong" to={openLink(tree.open, asOf)}>{t('tree', { who, count: format.number(tree.under) })}</Link>
      <span className="muted small">{t(`roleShort.${tree.role}`)}{tree.more > 0 && ` · ${t('more', { count: tree.more, shown: format.number(tree.more) })}`}</span>
      <svg viewBox={`0 0 ${SIZE} ${SIZE}`} aria-hidden="true">
        {dots.map((dot, i) => <line key={i} x1={dot.fromX} y1={dot.fromY} x2={dot.x} y2={dot.y} />)}
        {dots.map((dot, i) => (
          <Link key={i} to={openLink(dot.open, asOf)} tabIndex={-1}><circle className={dot.ordered ? 'ordered' : ''} cx={dot.x} cy={dot.y} r={size + Math.min(4, dot.under)} /></Link>
        ))}
        <circle className="root" cx={SIZE / 2} cy={SIZE / 2} r="7" />
      </svg>
    </li>
  )
}
