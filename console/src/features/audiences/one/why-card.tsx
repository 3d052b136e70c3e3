import { CheckCircleFilled, CloseCircleFilled, QuestionCircleFilled } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { foremost } from '@/lib/foremost'
import { useFormat } from '@/lib/format'
import { http } from '@/lib/http'
import { useLabel } from '@/lib/i18n'
import { customerLink } from '@/lib/routes'
import type { Page } from '@/lib/types'
import { Card } from '@/ui/card'
import { Load } from '@/ui/load'
import { useWhy } from '../api'
import { useSettled } from '../builder/use-settled'
import { known } from '../language/shape'
import { fromJson } from '../language/tree'
import type { SampleRow, WhyClause } from '../types'
import { useSentences } from '../use-sentences'

interface Props {
  id: string
  customer: string
  onPick: (customer: string) => void
}

/** Why somebody is in an audience, or is not: every clause with its value and its answer. */
export function WhyCard({ id, customer, onPick }: Props) {
  const { t } = useTranslation('audiences')
  const why = useWhy(id, customer)
  return (
    <Card title={t('why.title')} hint={t('why.hint')}>
      <div className="stack">
        <CustomerSearch value={customer} onPick={onPick} />
        {customer !== '' && (
          <Load query={why}>
            {(data) => (
              <div className="stack tight">
                <p className="row tight">
                  <Truth of={data.holds} /> <span className="strong">{t(data.holds ? 'why.in' : 'why.out')}</span>
                  <Link to={customerLink(customer)}>{t('why.open')}</Link>
                </p>
                <Until at={data.until} />
                <ul className="why"><Clause clause={data.clause} /></ul>
              </div>
            )}
          </Load>
        )}
      </div>
    </Card>
  )
}

function CustomerSearch({ value, onPick }: { value: string; onPick: (customer: string) => void }) {
  const { t } = useTranslation('audiences')
  const { t: common } = useTranslation()
  const [q, setQ] = useState('')
  const asked = useSettled(q, 300)
  const found = useQuery({ queryKey: ['customers', 'pick', asked], queryFn: () => http.get<Page<SampleRow>>('/customers', { q: asked, limit: 8 }) })
  const options = (found.data?.items ?? []).map((row) => ({ value: row.id, label: `${row.name ?? common('unnamed')} · ${foremost(row.identities ?? [])?.masked ?? row.id.slice(-8)}` }))
  return (
    <Select
      className="why-search" aria-label={t('why.pick')} placeholder={t('why.pick')} allowClear value={value || undefined} loading={found.isFetching} onChange={(next?: string) => onPick(next ?? '')}
      showSearch={{ filterOption: false, onSearch: setQ }} options={value && !options.some((option) => option.value === value) ? [{ value, label: value.slice(-12) }, ...options] : options}
    />
  )
}

function Truth({ of }: { of: WhyClause['truth'] }) {
  const { t } = useTranslation('audiences')
  const truth = String(of)
  const known = truth === 'true' || truth === 'false' ? truth : 'unknown'
  const icon = { true: <CheckCircleFilled />, false: <CloseCircleFilled />, unknown: <QuestionCircleFilled /> }[known]
  return <span className={`truth ${known}`}><span aria-hidden="true">{icon}</span><span className="hidden-visually">{t(`truth.${known}`)}</span></span>
}

function Until({ at }: { at: string | null | undefined }) {
  const { t } = useTranslation('audiences')
  const format = useFormat()
  return at ? <span className="muted small">{t('why.until', { instant: format.dateTime(at) })}</span> : null
}

function Clause({ clause }: { clause: WhyClause }) {
  const { t } = useTranslation('audiences')
  const { t: words } = useTranslation('conditions')
  const label = useLabel()
  const format = useFormat()
  const says = useSentences()
  const parts = clause.of ?? []
  const node = clause.condition === undefined ? null : fromJson(clause.condition)
  const name = node?.kind === 'group' ? t(`join.${node.type}`) : node?.kind === 'surely' ? words('say.surely', { what: '…' }) : node && known(node) ? says.node(node) : label(clause.sentence)
  const facts = clause.facts ?? 0
  return (
    <li>
      <div className="why-line">
        <Truth of={clause.truth} />
        <span className="grow">
          {name}
          {clause.value !== undefined && clause.value !== null && <span className="why-value">{t('why.value', { value: typeof clause.value === 'object' ? JSON.stringify(clause.value) : String(clause.value) })}</span>}
          {parts.length === 0 && facts > 0 && <span className="muted small">{t('why.facts', { count: facts, shown: format.number(facts), last: clause.lastAt ? format.dateTime(clause.lastAt) : '–' })}</span>}
          {parts.length === 0 && <Until at={clause.until} />}
        </span>
      </div>
      {parts.length > 0 && <ul>{parts.map((part, i) => <Clause key={i} clause={part} />)}</ul>}
    </li>
  )
}
