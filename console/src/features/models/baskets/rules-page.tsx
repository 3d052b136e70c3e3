import { DownloadOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { download, query } from '@/lib/http'
import { useUrlState } from '@/lib/url-state'
import { Card } from '@/ui/card'
import { DataTable } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { Figure } from '@/ui/figure'
import { Load, Skeleton } from '@/ui/load'
import { useRules, type RulesAsked } from './api'
import { ByField, ShareField } from './fields'
import { Network } from './network'
import { NoItems } from './no-items'
import type { Item, Rules } from './types'
import '../models.css'

const SHAPE = { asOf: '', support: '0.01', confidence: '0.3', by: 'sku', over: 'orders', sort: 'lift' }

/** What is bought together, and who has bought one side but not yet the other. */
export default function RulesPage() {
  const { t } = useTranslation('baskets')
  const [state, change] = useUrlState(SHAPE)
  const rules = useRules(state)
  return (
    <>
      <div className="filters">
        <ByField value={state.by} onChange={(by) => change({ by })} />
        <Segmented size="small" aria-label={t('over.label')} value={state.over} onChange={(over) => change({ over })} options={['orders', 'customers'].map((value) => ({ value, label: t(`over.${value}`) }))} />
        <ShareField name={t('support')} value={state.support} least={0.1} step={0.1} onChange={(support) => change({ support })} />
        <ShareField name={t('confidence')} value={state.confidence} least={0} step={5} onChange={(confidence) => change({ confidence })} />
      </div>
      <Load query={rules} skeleton={<Skeleton height={480} />}>{(data) => <Loaded rules={data} asked={state} onSort={(sort) => change({ sort })} />}</Load>
    </>
  )
}

const names = (items: Item[]) => items.map((item) => item.name).join(' + ')

interface Props {
  rules: Rules
  asked: RulesAsked
  onSort: (sort: string) => void
}

function Loaded({ rules, asked, onSort }: Props) {
  const { t } = useTranslation('baskets')
  const format = useFormat()
  if (rules.baskets === 0) return <NoItems />
  return (
    <div className="stack">
      <p className="muted">{t(`counts.${asked.over}`, { baskets: format.number(rules.baskets), items: format.number(rules.items), frequent: format.number(rules.frequent), found: format.number(rules.found) })}</p>
      {rules.rules.length === 0
        ? <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>
        : (
          <>
            <Card className="network-card" title={t('network')} hint={t('networkHint')}><Network rules={rules} /></Card>
            <Card flush title={t('rules')} hint={t('rulesHint', { shown: rules.rules.length, found: format.number(rules.found), measure: t(asked.sort) })} extra={<Button size="small" icon={<DownloadOutlined />} onClick={() => void download(`/baskets/rules${query({ ...asked })}`, 'rules.csv')}>CSV</Button>}>
              <DataTable
                label={t('rules')} rows={rules.rules} rowKey={(rule) => `${names(rule.left)}>${rule.right.key}`} sort={`-${asked.sort}`} onSort={(sort) => onSort(sort.replace('-', ''))}
                columns={[
                  { key: 'rule', title: t('rule'), card: 'lead', render: (rule) => <span>{names(rule.left)} <span aria-hidden="true">→</span> <span className="hidden-visually">{t('also')}</span> <b>{rule.right.name}</b></span> },
                  { key: 'customers', title: t('waiting'), end: true, render: (rule) => <Figure value={rule.customers} open={rule.open} asOf={rules.asOf} label={t('waitingFor', { left: names(rule.left), right: rule.right.name })} /> },
                  { key: 'baskets', title: t(`over.${asked.over}`), end: true, render: (rule) => <span className="num">{format.number(rule.baskets)}</span> },
                  { key: 'support', title: t('support'), end: true, sort: 'support', render: (rule) => <span className="num">{format.percent(rule.support, 2)}</span> },
                  { key: 'confidence', title: t('confidence'), end: true, sort: 'confidence', render: (rule) => <span className="num">{format.percent(rule.confidence, 1)}</span> },
                  { key: 'lift', title: t('lift'), end: true, sort: 'lift', render: (rule) => <span className="num">{format.number(rule.lift, 2)}</span> },
                  { key: 'leverage', title: t('leverage'), end: true, sort: 'leverage', render: (rule) => <span className="num">{format.percent(rule.leverage, 2)}</span> },
                  { key: 'conviction', title: t('conviction'), end: true, sort: 'conviction', render: (rule) => <span className="num">{rule.conviction === null ? '∞' : format.number(rule.conviction, 2)}</span> },
                ]}
              />
            </Card>
          </>
        )}
    </div>
  )
}
