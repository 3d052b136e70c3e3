import { Button, Popconfirm, Switch } from 'antd'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { conditionLink } from '@/lib/condition-link'
import { http } from '@/lib/http'
import { useLabel } from '@/lib/i18n'
import { useCan } from '@/lib/session'
import type { Label } from '@/lib/types'
import { Card } from '@/ui/card'
import { DataTable } from '@/ui/data-table'
import { Figure } from '@/ui/figure'
import { Load, Skeleton } from '@/ui/load'
import { ProblemAlert } from '@/ui/problem-alert'
import { PurposesCard } from './purposes-card'
import { MappingDialog } from './mapping-dialog'

export interface Variable {
  standard: { name: string; group: string; label: Label; type: string; values: { key: string; label: Label }[]; derived: boolean }
  on: boolean
  customers: number
}

interface Mapping {
  id: string
  survey: string
  question: string
  attribute: string
  answers: Record<string, string>
}

export default function VariablesPage() {
  const variables = useQuery({ queryKey: ['variables'], queryFn: async () => (await http.get<{ items: Variable[] }>('/variables')).items })
  return (
    <div className="stack">
      <Load query={variables} skeleton={<Skeleton height={300} />}>{(all) => <><VariablesCard all={all} /><MappingsCard variables={all} /></>}</Load>
      <PurposesCard />
    </div>
  )
}

function useRefresh() {
  const client = useQueryClient()
  return () => Promise.all([['variables'], ['survey-mappings'], ['attributes'], ['jobs'], ['customer']].map((queryKey) => client.invalidateQueries({ queryKey })))
}

function VariablesCard({ all }: { all: Variable[] }) {
  const { t } = useTranslation('variables')
  const label = useLabel()
  const may = useCan('ATTRIBUTES_WRITE')
  const refresh = useRefresh()
  const turn = useMutation({ mutationFn: ({ name, on }: { name: string; on: boolean }) => http.put(`/variables/${name}`, { on }), onSuccess: refresh })
  const groups = [...new Set(all.map(({ standard }) => standard.group))]
  return (
    <Card title={t('title')} hint={t('hint')}>
      {turn.isError && <ProblemAlert error={turn.error} />}
      <DataTable
        label={t('title')} rows={groups.flatMap((group) => all.filter(({ standard }) => standard.group === group))} rowKey={({ standard }) => standard.name}
        columns={[
          { key: 'label', title: t('variable'), card: 'lead', render: ({ standard }) => label(standard.label, standard.name) },
          { key: 'group', title: t('about'), render: ({ standard }) => t(`group.${standard.group}`) },
          { key: 'values', title: t('values'), render: ({ standard }) => <span className="muted small">{standard.derived ? t('derived') : standard.values.length > 0 ? standard.values.map((one) => label(one.label, one.key)).join(', ') : t(`type.${standard.type}`)}</span> },
          { key: 'customers', title: t('customers'), end: true, render: ({ standard, customers }) => <Figure value={customers} open={customers > 0 ? conditionLink({ type: 'attribute', name: standard.name, test: { type: 'isSet' } }) : null} label={label(standard.label, standard.name)} /> },
          { key: 'on', title: t('on'), end: true, render: ({ standard, on }) => <Switch size="small" checked={on} disabled={!may} loading={turn.isPending && turn.variables.name === standard.name} aria-label={label(standard.label, standard.name)} onChange={(next) => turn.mutate({ name: standard.name, on: next })} /> },
        ]}
      />
    </Card>
  )
}

function MappingsCard({ variables }: { variables: Variable[] }) {
  const { t } = useTranslation('variables')
  const { t: common } = useTranslation()
  const label = useLabel()
  const may = useCan('ATTRIBUTES_WRITE')
  const refresh = useRefresh()
  const [making, setMaking] = useState(false)
  const mappings = useQuery({ queryKey: ['survey-mappings'], queryFn: async () => (await http.get<{ items: Mapping[] }>('/survey-mappings')).items })
  const remove = useMutation({ mutationFn: (id: string) => http.remove(`/survey-mappings/${id}`), onSuccess: refresh })
  const on = variables.filter((one) => one.on && !one.standard.derived)
  const name = (attribute: string) => label(variables.find(({ standard }) => standard.name === attribute)?.standard.label, attribute)
  return (
    <Card title={t('survey.title')} hint={t('survey.hint')} extra={may && <Button size="small" disabled={on.length === 0} onClick={() => setMaking(true)}>{t('survey.new')}</Button>}>
      <Load query={mappings} skeleton={<Skeleton lines={2} />}>
        {(all) => (all.length === 0 ? <p className="muted">{t(on.length === 0 ? 'survey.switchOn' : 'survey.none')}</p> : (
          <DataTable
            label={t('survey.title')} rows={all} rowKey={(one) => one.id}
            columns={[
              { key: 'survey', title: t('survey.survey'), card: 'lead', render: (one) => one.survey },
              { key: 'question', title: t('survey.question'), render: (one) => one.question },
              { key: 'attribute', title: t('variable'), render: (one) => name(one.attribute) },
              { key: 'answers', title: t('survey.answers'), render: (one) => <span className="muted small">{Object.entries(one.answers).map(([answer, value]) => `${answer} → ${value}`).join(', ') || t('survey.asIs')}</span> },
              { key: 'do', title: t('survey.actions'), end: true, render: (one) => (may ? <Popconfirm title={t('survey.sure')} okText={t('survey.remove')} cancelText={common('cancel')} onConfirm={() => remove.mutate(one.id)}><Button size="small">{t('survey.remove')}<span className="hidden-visually"> {one.question}</span></Button></Popconfirm> : null) },
            ]}
          />
        ))}
      </Load>
      {remove.isError && <ProblemAlert error={remove.error} />}
      {making && <MappingDialog variables={on} onSaved={refresh} onClose={() => setMaking(false)} />}
    </Card>
  )
}
