import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { openLink } from '@/lib/routes'
import type { ClusterPage, ClusterReport } from './api'
import { useClusterName } from './use-name'

const SIZE = 220
const MIDDLE = SIZE / 2
const REACH = 84
/** Deviations from the mean at the rim; what lies beyond is drawn there. */
const WIDEST = 2
const RINGS = [-1, 0, 1, 2]

interface Props {
  page: ClusterPage
  cluster: string
  /** In deviations from the mean of all, feature by feature. */
  centre: number[]
  report: ClusterReport
}

/** The shape of a cluster: the strong middle ring is all customers' mean, the rim two deviations more. Opens its customers. */
export function Radar({ page, cluster, centre, report }: Props) {
  const { t } = useTranslation('clusters')
  const name = useClusterName()
  const group = page.groups.find((each) => each.cluster === cluster)
  const features = report.features.length
  if (features < 3 || !group) return null
  const at = (i: number, off: number): [number, number] => {
    const angle = (i / features) * 2 * Math.PI - Math.PI / 2
    const radius = ((Math.max(-WIDEST, Math.min(WIDEST, off)) + WIDEST) / (2 * WIDEST)) * REACH
    return [MIDDLE + radius * Math.cos(angle), MIDDLE + radius * Math.sin(angle)]
  }
  const polygon = (of: (i: number) => number) => report.features.map((_, i) => at(i, of(i)).map((number) => number.toFixed(1)).join(',')).join(' ')
  const label = (i: number): [number, number] => {
    const angle = (i / features) * 2 * Math.PI - Math.PI / 2
    return [MIDDLE + (REACH + 14) * Math.cos(angle), MIDDLE + (REACH + 14) * Math.sin(angle)]
  }
  return (
    <Link className="radar" to={openLink(group.open, page.asOf)}>
      <span className="hidden-visually">{t('radar', { name: name(cluster) })}</span>
      <svg viewBox={`0 0 ${SIZE} ${SIZE}`} aria-hidden="true">
        {RINGS.map((ring) => <polygon key={ring} className={ring === 0 ? 'ring mean' : 'ring'} points={polygon(() => ring)} />)}
        {report.features.map((feature, i) => <line key={feature.feature} className="ring" x1={MIDDLE} y1={MIDDLE} x2={at(i, WIDEST)[0]} y2={at(i, WIDEST)[1]} />)}
        <polygon className="shape" points={polygon((i) => centre[i] ?? 0)} />
        {report.features.map((feature, i) => <circle key={feature.feature} className="dot" r={3} cx={at(i, centre[i] ?? 0)[0]} cy={at(i, centre[i] ?? 0)[1]} />)}
        {report.features.map((feature, i) => <text key={feature.feature} x={label(i)[0]} y={label(i)[1]} textAnchor="middle" dominantBaseline="central">{i + 1}</text>)}
      </svg>
    </Link>
  )
}
