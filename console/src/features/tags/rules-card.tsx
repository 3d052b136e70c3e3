import { PlusOutlined } from '@ant-design/icons'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLabel } from '@/lib/i18n'
import { customersLink, ROUTES } from '@/lib/routes'
import { useCan } from '@/lib/session'
import { Card } from '@/ui/card'
import { DataTable, type Column } from '@/ui/data-table'
import { Figure } from '@/ui/figure'
import { Load, Skeleton } from '@/ui/load'
import { ProblemAlert } from '@/ui/problem-alert'
import { useDeleteRule, useRules, type Category, type Rule } from './api'
import { RuleDialog } from './rule-dialog'

/** The tags that follow audiences by themselves. */
export function RulesCard({ categories }: { categories: Category[] }) {
  const { t } = useTranslation('tags')
  const rules = useRules()
  const may = useCan('AUDIENCES_WRITE')
  const [editing, setEditing] = useState<Rule | 'new' | null>(null)
  const columns = useColumns(may ? setEditing : undefined)
  return (
    <Card title={t('rules.title')} hint={t('rules.hint')} extra={may && <Button icon={<PlusOutlined />} onClick={() => setEditing('new')}>{t('rules.new')}</Button>}>
      <Load query={rules} skeleton={<Skeleton lines={3} />}>
        {(all) => (all.length === 0 ? <p className="muted">{t('rules.none')}</p> : <DataTable label={t('rules.title')} columns={columns} rows={all} rowKey={(rule) => rule.id} />)}
      </Load>
      {editing && <RuleDialog rule={editing === 'new' ? undefined : editing} categories={categories} onClose={() => setEditing(null)} />}
    </Card>
  )
}

function useColumns(onEdit?: (rule: Rule) => void): Column<Rule>[] {
  const { t } = useTranslation('tags')
  const label = useLabel()
  const columns: Column<Rule>[] = [
    { key: 'tag', title: t('rules.tag'), card: 'lead', render: (rule) => <span><span className="muted small">{rule.category}</span> <b>{rule.value}</b>{rule.days.length > 0 && <span className="muted small"> · {rule.days.map((day) => t(`day.${day}`)).join(', ')}</span>}</span> },
    { key: 'audience', title: t('rules.audience'), render: (rule) => <span className="named"><Link to={`${ROUTES.audiences}/${rule.audience}`}>{rule.audienceName}</Link>{rule.sentence && <span className="muted small clip">{label(rule.sentence)}</span>}</span> },
    { key: 'life', title: t('rules.life'), render: (rule) => <Life rule={rule} /> },
    { key: 'members', title: t('rules.members'), end: true, render: (rule) => <Figure value={rule.members} open={rule.members > 0 ? customersLink({ in: `audience:${rule.audience}` }) : null} label={rule.audienceName} /> },
    { key: 'bearers', title: t('rules.bearers'), end: true, render: (rule) => <Figure value={rule.bearers} open={rule.bearers > 0 ? customersLink({ in: `tag.rule:${rule.id}` }) : null} label={rule.value} /> },
    { key: 'state', title: t('rules.state'), render: (rule) => <State rule={rule} /> },
  ]
  return onEdit ? [...columns, { key: 'do', title: t('rules.actions'), end: true, render: (rule) => <Actions rule={rule} onEdit={onEdit} /> }] : columns
}

function Life({ rule }: { rule: Rule }) {
  const { t } = useTranslation('tags')
  if (rule.keepDays === null && rule.expireDays === null) return <span className="muted small">{t('rules.asLong')}</span>
  return <span className="small">{rule.keepDays !== null && <span>{t('rules.keeps', { count: rule.keepDays })} </span>}{rule.expireDays !== null && <span>{t('rules.expires', { count: rule.expireDays })}</span>}</span>
}

function State({ rule }: { rule: Rule }) {
  const { t } = useTranslation('tags')
  if (rule.paused) return <span className="badge warn">{t('rules.paused')}</span>
  if (rule.lastError) return <span className="badge bad" title={rule.lastError}>{t('rules.failed')}</span>
  return <span className={`badge ${rule.state === 'live' ? 'good' : ''}`}>{t(`rules.states.${rule.state}`)}</span>
}

function Actions({ rule, onEdit }: { rule: Rule; onEdit: (rule: Rule) => void }) {
  const { t } = useTranslation('tags')
  const { t: common } = useTranslation()
  const remove = useDeleteRule()
  return (
    <span className="row tight">
      <Button size="small" onClick={() => onEdit(rule)}>{t('edit')}<span className="hidden-visually"> {rule.value}</span></Button>
      <Popconfirm title={t('rules.deleteSure')} okText={t('rules.delete')} cancelText={common('cancel')} onConfirm={() => remove.mutate(rule.id)}>
        <Button size="small" danger loading={remove.isPending}>{t('rules.delete')}<span className="hidden-visually"> {rule.value}</span></Button>
      </Popconfirm>
      {remove.isError && <ProblemAlert error={remove.error} />}
    </span>
  )
}
