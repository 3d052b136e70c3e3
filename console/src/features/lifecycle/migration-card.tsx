import dayjs from 'dayjs'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useFormat } from '@/lib/format'
import { useLabel } from '@/lib/i18n'
import { openLink } from '@/lib/routes'
import { AsOfPicker } from '@/ui/as-of'
import { Card } from '@/ui/card'
import { Chart } from '@/ui/chart/chart'
import { escapeHtml } from '@/ui/chart/escape'
import type { Palette } from '@/ui/chart/palette'
import { Figure } from '@/ui/figure'
import { Load, Skeleton } from '@/ui/load'
import { useMigration, type Migration, type Stages } from './api'
import type { LifecycleState } from './lifecycle-page'

const BACK = 90

interface Props {
  stages: Stages
  state: LifecycleState
  change: (part: Partial<LifecycleState>) => void
}

/** Who went where between two days, as a river and as its table. */
export function MigrationCard({ stages, state, change }: Props) {
  const { t } = useTranslation('lifecycle')
  const to = state.to || state.asOf || dayjs().format('YYYY-MM-DD')
  const from = state.from || dayjs(to.slice(0, 10)).subtract(BACK, 'day').format('YYYY-MM-DD')
  const migration = useMigration(stages.scheme, from, to)
  return (
    <Card
      title={t('migration')} hint={t('migrationHint')}
      extra={<><AsOfPicker value={from} onChange={(day) => change({ from: day })} label={t('from')} /><span aria-hidden="true">→</span><AsOfPicker value={to} onChange={(day) => change({ to: day })} label={t('to')} /></>}
    >
      <Load query={migration} skeleton={<Skeleton height={380} />}>{(data) => <River migration={data} scheme={stages.scheme} from={from} to={to} />}</Load>
    </Card>
  )
}

interface RiverProps {
  migration: Migration
  scheme: string
  from: string
  to: string
}

function River({ migration, scheme, from, to }: RiverProps) {
  const { t } = useTranslation('lifecycle')
  const format = useFormat()
  const label = useLabel()
  const navigate = useNavigate()
  const names = useMemo(() => new Map([['none', t('none')], ...migration.stages.map((stage) => [stage.key, label(stage.label, stage.key)] as [string, string])]), [migration, label, t])
  const links = useMemo(() => migration.links.filter((link) => link.customers > 0 && !(link.from === 'none' && link.to === 'none')), [migration])
  const order = useMemo(() => ['none', ...migration.stages.map((stage) => stage.key).filter((key) => key !== 'none')], [migration])
  const open = useCallback((link: Migration['links'][number]) => link.open ?? `in=stage.${scheme}.moved:${link.from}>${link.to}@${from}..${to}`, [scheme, from, to])
  const option = useCallback((palette: Palette) => {
    const colour = (key: string) => (key === 'none' ? palette.line : palette.stages[Math.round(((order.indexOf(key) - 1) / Math.max(1, order.length - 2)) * (palette.stages.length - 1))])
    const side = (prefix: string, keys: string[], left: boolean) =>
      keys.map((key) => ({ name: `${prefix}${key}`, itemStyle: { color: colour(key), borderWidth: 0 }, label: { position: left ? 'left' : 'right' } }))
    const used = (end: 'from' | 'to') => order.filter((key) => links.some((link) => link[end] === key))
    return {
      tooltip: {
        backgroundColor: palette.surface, borderColor: palette.line, textStyle: { color: palette.ink },
        formatter: ({ data }: { data: { source?: string; target?: string; value?: number } }) =>
          data.source && data.target ? `${escapeHtml(names.get(data.source.slice(1)) ?? '')} → ${escapeHtml(names.get(data.target.slice(1)) ?? '')}: <b>${format.number(data.value ?? 0)}</b>` : '',
      },
      series: [{
        type: 'sankey', left: 120, right: 120, top: 8, bottom: 8, nodeWidth: 14, nodeGap: 14, draggable: false, layoutIterations: 0, emphasis: { focus: 'adjacency' },
        label: { color: palette.ink, fontSize: 13, formatter: ({ name }: { name: string }) => names.get(name.slice(1)) ?? '' },
        lineStyle: { color: 'gradient', opacity: 0.4, curveness: 0.5 },
        data: [...side('<', used('from'), true), ...side('>', used('to'), false)],
        links: links.map((link) => ({ source: `<${link.from}`, target: `>${link.to}`, value: link.customers, open: open(link) })),
      }],
    }
  }, [links, names, order, format, open])
  return (
    <Chart
      label={t('migrationOf', { from: format.date(from), to: format.date(to) })} option={option} height={400}
      extra={<span className="muted small">{t('migrationOf', { from: format.date(from), to: format.date(to) })}</span>}
      onPick={(_, data) => {
        const target = (data as { open?: string } | null)?.open
        if (target) void navigate(openLink(target))
      }}
      table={{
        rows: [...links].sort((a, b) => order.indexOf(a.from) - order.indexOf(b.from) || order.indexOf(a.to) - order.indexOf(b.to)), rowKey: (link) => `${link.from}>${link.to}`,
        columns: [
          { key: 'from', title: t('fromStage'), render: (link) => names.get(link.from) ?? link.from },
          { key: 'to', title: t('toStage'), render: (link) => <span className={link.from === link.to ? 'muted' : 'strong'}>{link.from === link.to ? t('stayed', { stage: names.get(link.to) }) : names.get(link.to)}</span> },
          { key: 'customers', title: t('customers'), end: true, render: (link) => <Figure value={link.customers} open={open(link)} label={`${names.get(link.from) ?? ''} → ${names.get(link.to) ?? ''}`} /> },
        ],
      }}
    />
  )
}
