import { InputNumber, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '@/lib/format'
import { ROUTES } from '@/lib/routes'
import { useUrlState } from '@/lib/url-state'
import { AsOfPicker } from '@/ui/as-of'
import { Card } from '@/ui/card'
import { DataTable } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { Figure } from '@/ui/figure'
import { Load, Skeleton } from '@/ui/load'
import { OldData } from '@/ui/old-data'
import { PageHeader } from '@/ui/page-header'
import { useRules } from './api'
import { Network } from './network'
import type { Item, Rules } from './types'
import './models.css'

const SHAPE = { asOf: '', support: '0.01', confidence: '0.3', by: 'sku' }
const HUNDRED = 100

/** What is bought together, and who has bought one side but not yet the other. */
export default function BasketsPage() {
  const { t } = useTranslation('baskets')
  const [state, change] = useUrlState(SHAPE)
  const rules = useRules(state)
  const percent = (key: 'support' | 'confidence', least: number) => (
    <label className="row tight small">
      {t(key)}
      <InputNumber size="small" min={least} max={HUNDRED} step={key === 'support' ? 0.1 : 5} suffix="%" style={{ width: 92 }} changeOnWheel={false} value={Math.round(Number(state[key]) * HUNDRED * HUNDRED) / HUNDRED} onPressEnter={(event) => change({ [key]: share(event.currentTarget.value, least) })} onBlur={(event) => change({ [key]: share(event.currentTarget.value, least) })} />
    </label>
  )
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={<AsOfPicker value={state.asOf} onChange={(asOf) => change({ asOf })} />} />
      <OldData asOf={state.asOf} onLook={(asOf) => change({ asOf })} />
      <div className="filters">
        <Segmented size="small" aria-label={t('by')} value={state.by} onChange={(by) => change({ by })} options={['sku', 'category'].map((value) => ({ value, label: t(`item.${value}`) }))} />
        {percent('support', 0.1)}
        {percent('confidence', 0)}
      </div>
      <Load query={rules} skeleton={<Skeleton height={480} />}>{(data) => <Loaded rules={data} />}</Load>
    </>
  )
}

const share = (text: string, least: number) => {
  const number = Number(text)
  return String(Math.min(HUNDRED, Math.max(least, Number.isFinite(number) ? number : least)) / HUNDRED)
}

const names = (items: Item[]) => items.map((item) => item.name).join(' + ')

function Loaded({ rules }: { rules: Rules }) {
  const { t } = useTranslation('baskets')
  const format = useFormat()
  if (rules.baskets === 0) return <EmptyState title={t('empty')}>{t('emptyHint')} <Link to={ROUTES.imports}>{t('toImports')}</Link></EmptyState>
  return (
    <div className="stack">
      <p className="muted">{t('counts', { baskets: format.number(rules.baskets), items: format.number(rules.items), frequent: format.number(rules.frequent), found: format.number(rules.found) })}</p>
      {rules.rules.length === 0
        ? <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>
        : (
          <>
            <Card title={t('network')} hint={t('networkHint')}><Network rules={rules} /></Card>
            <Card flush title={t('rules')} hint={t('rulesHint', { shown: rules.rules.length, found: format.number(rules.found) })}>
              <DataTable
                label={t('rules')} rows={rules.rules} rowKey={(rule) => `${names(rule.left)}>${rule.right.key}`}
                columns={[
                  { key: 'rule', title: t('rule'), card: 'lead', render: (rule) => <span>{names(rule.left)} <span aria-hidden="true">→</span> <span className="hidden-visually">{t('also')}</span> <b>{rule.right.name}</b></span> },
                  { key: 'customers', title: t('waiting'), end: true, render: (rule) => <Figure value={rule.customers} open={rule.open} asOf={rules.asOf} label={t('waitingFor', { left: names(rule.left), right: rule.right.name })} /> },
                  { key: 'baskets', title: t('baskets'), end: true, render: (rule) => <span className="num">{format.number(rule.baskets)}</span> },
                  { key: 'support', title: t('support'), end: true, render: (rule) => <span className="num">{format.percent(rule.support, 2)}</span> },
                  { key: 'confidence', title: t('confidence'), end: true, render: (rule) => <span className="num">{format.percent(rule.confidence, 1)}</span> },
                  { key: 'lift', title: t('lift'), end: true, render: (rule) => <span className="num">{format.number(rule.lift, 2)}</span> },
                  { key: 'leverage', title: t('leverage'), end: true, render: (rule) => <span className="num">{format.percent(rule.leverage, 2)}</span> },
                  { key: 'conviction', title: t('conviction'), end: true, render: (rule) => <span className="num">{rule.conviction === null ? '∞' : format.number(rule.conviction, 2)}</span> },
                ]}
              />
            </Card>
          </>
        )}
    </div>
  )
}
