import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '@/lib/format'
import { openLink } from '@/lib/routes'
import type { Item, Rule, Rules } from './types'

const WIDTH = 760
const HEIGHT = 460
const RADIUS = { x: 200, y: 180 }
const DRAWN = 28
const LETTERS = 26

interface Node extends Item {
  x: number
  y: number
}

const cut = (name: string) => (name.length > LETTERS ? `${name.slice(0, LETTERS - 1)}…` : name)

/** Items on a ring, the strongest rules as lines between them; a line opens who waits for it. */
export function Network({ rules }: { rules: Rules }) {
  const { t } = useTranslation('baskets')
  const format = useFormat()
  const [at, setAt] = useState<string | null>(null)
  const drawn = rules.rules.filter((rule) => rule.left.length === 1).slice(0, DRAWN)
  const nodes = ring(drawn)
  const top = Math.max(1, ...drawn.map((rule) => rule.lift))
  const touches = (rule: Rule) => at === null || rule.left[0]?.key === at || rule.right.key === at
  return (
    <svg className="network" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label={t('network')}>
      {drawn.map((rule) => {
        const from = nodes.get(rule.left[0]?.key ?? '')
        const to = nodes.get(rule.right.key)
        if (!from || !to) return null
        const path = `M${from.x} ${from.y}Q${WIDTH / 2} ${HEIGHT / 2} ${to.x} ${to.y}`
        const said = t('line', { left: from.name, right: to.name, confidence: format.percent(rule.confidence), lift: format.number(rule.lift, 1), customers: format.number(rule.customers) })
        return (
          <Link key={`${from.key}>${to.key}`} to={openLink(rule.open, rules.asOf)} aria-label={said} className={touches(rule) ? '' : 'dim'}>
            <title>{said}</title>
            <path className="reach" d={path} />
            <path className="line" d={path} style={{ strokeWidth: 1 + (rule.lift / top) * 4 }} />
          </Link>
        )
      })}
      {[...nodes.values()].map((node) => (
        <g key={node.key} onMouseEnter={() => setAt(node.key)} onMouseLeave={() => setAt(null)}>
          <circle cx={node.x} cy={node.y} r="5.5" />
          <text x={node.x + (node.x < WIDTH / 2 ? -11 : 11)} y={node.y} textAnchor={node.x < WIDTH / 2 ? 'end' : 'start'} dominantBaseline="central"><title>{node.name}</title>{cut(node.name)}</text>
        </g>
      ))}
    </svg>
  )
}

function ring(rules: Rule[]): Map<string, Node> {
  const items = new Map<string, Item>()
  rules.forEach((rule) => [...rule.left, rule.right].forEach((item) => items.set(item.key, item)))
  const nodes = new Map<string, Node>()
  ;[...items.values()].forEach((item, i) => {
    const angle = ((i + 0.5) / items.size) * 2 * Math.PI - Math.PI / 2
    nodes.set(item.key, { ...item, x: Math.round(WIDTH / 2 + RADIUS.x * Math.cos(angle)), y: Math.round(HEIGHT / 2 + RADIUS.y * Math.sin(angle)) })
  })
  return nodes
}
