import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '@/lib/format'
import { http } from '@/lib/http'
import { customersLink, ROUTES } from '@/lib/routes'
import { useCan } from '@/lib/session'
import { useUrlState } from '@/lib/url-state'
import type { Page } from '@/lib/types'
import { Card } from '@/ui/card'
import { DataTable, type Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { ExportList } from '@/ui/export-list'
import { Figure } from '@/ui/figure'
import { Load, Skeleton } from '@/ui/load'
import { PageHeader } from '@/ui/page-header'
import { SaveListDialog } from '@/ui/save-list'
import type { Audience } from '../types'
import '../audiences.css'

interface Region {
  in: string[]
  out: string[]
  customers: number
  selection: string
}

const SHAPE = { a: [] as string[] }
const MOST = 6
const brief = (name: string) => (name.length > 16 ? `${name.slice(0, 15)}…` : name)

/** How audiences lie over each other: every region with its number, and each can become an audience. */
export default function SetsPage() {
  const { t } = useTranslation('sets')
  const [state, change] = useUrlState(SHAPE)
  const all = useQuery({ queryKey: ['audiences', 'names'], queryFn: async () => (await http.get<Page<Audience>>('/audiences', { limit: 200 })).items })
  const chosen = state.a.slice(0, MOST)
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} crumb={<Link to={ROUTES.audiences}>{t('audiences')}</Link>} />
      <div className="filters" role="group" aria-label={t('which')}>
        <Select
          className="sets-select" mode="multiple" maxCount={MOST} aria-label={t('which')} placeholder={t('which')} value={chosen} loading={all.isPending} onChange={(a: string[]) => change({ a })} showSearch={{ optionFilterProp: 'label' }}
          options={(all.data ?? []).map((each) => ({ value: each.id, label: each.name }))}
        />
      </div>
      {chosen.length < 2 ? <Card><EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState></Card> : <Regions chosen={chosen} names={new Map((all.data ?? []).map((each) => [each.id, each.name]))} />}
    </>
  )
}

function Regions({ chosen, names }: { chosen: string[]; names: Map<string, string> }) {
  const { t } = useTranslation('sets')
  const format = useFormat()
  const may = useCan('AUDIENCES_WRITE')
  const [saving, setSaving] = useState<Region | null>(null)
  const regions = useQuery({ queryKey: ['audience-regions', ...chosen], queryFn: async () => (await http.get<{ items: Region[] }>('/audiences/regions', { audience: chosen })).items })
  const name = (id: string) => names.get(id) ?? id.slice(-8)
  const said = (region: Region) => (region.out.length === 0 ? t('inAll', { in: region.in.map(name).join(' + ') }) : t('inOnly', { in: region.in.map(name).join(' + '), out: region.out.map(name).join(', ') }))
  return (
    <Load query={regions} skeleton={<Skeleton height={320} />}>
      {(found) => {
        const rows = [...found].sort((one, other) => other.customers - one.customers)
        const most = Math.max(1, ...rows.map((each) => each.customers))
        const sum = rows.reduce((total, each) => total + each.customers, 0)
        const columns: Column<Region>[] = [
          { key: 'said', title: t('region'), card: 'lead', render: (each) => <span>{said(each)}</span> },
          ...chosen.map((id, i): Column<Region> => ({ key: `in${i}`, card: 'none', title: brief(name(id)), render: (each) => <span className={`set-dot ${each.in.includes(id) ? 'on' : ''}`} role="img" aria-label={t(each.in.includes(id) ? 'in' : 'out', { name: name(id) })} /> })),
          { key: 'bar', title: t('share'), card: 'none', render: (each) => <span className="bar set-bar" aria-hidden="true"><i style={{ width: `${(each.customers / most) * 100}%` }} /></span> },
          { key: 'count', title: t('customers'), end: true, render: (each) => <Figure value={each.customers} open={each.customers > 0 ? customersLink({ in: each.selection }) : null} label={said(each)} /> },
          { key: 'of', title: '%', end: true, render: (each) => <span className="num muted">{format.percent(sum > 0 ? each.customers / sum : 0, 1)}</span> },
          { key: 'save', title: t('make'), render: (each) => <span className="row tight">{may && <Button size="small" onClick={() => setSaving(each)}>{t('save')}</Button>}{each.customers > 0 && <ExportList list={{ in: [each.selection] }} count={each.customers} small />}</span> },
        ]
        return (
          <Card title={t('regions')} hint={t('regionsHint', { shown: format.number(sum) })}>
            <DataTable label={t('regions')} rows={rows} rowKey={(each) => each.selection} columns={columns} />
            {saving && <SaveListDialog list={{ in: [saving.selection] }} count={saving.customers} onClose={() => setSaving(null)} />}
          </Card>
        )
      }}
    </Load>
  )
}
