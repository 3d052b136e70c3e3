import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Dropdown, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Rules } from './api'
import { LEAVES, flatten, newLeaf, unflatten, type Condition, type Flat, type Leaf } from './conditions'
import { LeafEditor } from './leaf-editor'

type Stage = Rules['stages'][number]

interface Props {
  stage: Stage
  index: number
  last: boolean
  currency: string
  onChange: (stage: Stage) => void
  onMove: (by: number) => void
  onRemove?: () => void
}

export function StageEditor({ stage, index, last, currency, onChange, onMove, onRemove }: Props) {
  const { t } = useTranslation('lifecycle')
  const { t: common } = useTranslation()
  const flat = flatten(stage.rule)
  const name = stage.label.en
  const setRule = (rule: Condition) => onChange({ ...stage, rule })
  return (
    <li className="stage-editor">
      <div className="row tight">
        <span className="step num" aria-hidden="true">{index + 1}</span>
        <Input className="grow" value={stage.label.zh} aria-label={t('nameZh', { name })} onChange={(event) => onChange({ ...stage, label: { ...stage.label, zh: event.target.value } })} />
        <Input className="grow" value={stage.label.en} aria-label={t('nameEn', { name })} onChange={(event) => onChange({ ...stage, label: { ...stage.label, en: event.target.value } })} />
        <Button size="small" type="text" icon={<ArrowUpOutlined />} disabled={index === 0} aria-label={t('up', { name })} onClick={() => onMove(-1)} />
        <Button size="small" type="text" icon={<ArrowDownOutlined />} disabled={last} aria-label={t('down', { name })} onClick={() => onMove(1)} />
        {onRemove && <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={`${common('remove')} ${name}`} onClick={onRemove} />}
      </div>
      {flat ? <FlatEditor flat={flat} currency={currency} onChange={(next) => setRule(unflatten(next))} /> : <TextEditor rule={stage.rule} onChange={setRule} />}
    </li>
  )
}

function FlatEditor({ flat, currency, onChange }: { flat: Flat; currency: string; onChange: (flat: Flat) => void }) {
  const { t } = useTranslation('lifecycle')
  const setLeaf = (i: number, leaf: Leaf) => onChange({ ...flat, leaves: flat.leaves.map((old, at) => (at === i ? leaf : old)) })
  const add = (type: Leaf['type']) => onChange({ ...flat, leaves: [...flat.leaves, newLeaf(type, currency)] })
  return (
    <div className="stack tight conditions">
      {flat.leaves.length > 1 && <Select size="small" aria-label={t('join')} value={flat.join} onChange={(join) => onChange({ ...flat, join })} options={['all', 'any', 'none'].map((value) => ({ value, label: t(`joins.${value}`) }))} style={{ width: 200 }} />}
      {flat.leaves.length === 0 && <p className="muted small">{t('everybody')}</p>}
      {flat.leaves.map((leaf, i) => <LeafEditor key={i} leaf={leaf} onChange={(next) => setLeaf(i, next)} onRemove={() => onChange({ ...flat, leaves: flat.leaves.filter((_, at) => at !== i) })} />)}
      <Dropdown trigger={['click']} menu={{ items: LEAVES.map((key) => ({ key, label: t(`leaf.${key}`) })), onClick: ({ key }) => add(key as Leaf['type']) }}>
        <Button size="small" type="dashed" icon={<PlusOutlined />} style={{ width: 'fit-content' }}>{t('addCondition')}</Button>
      </Dropdown>
    </div>
  )
}

/** Rules that nest deeper are written as text; what is not JSON is not taken. */
function TextEditor({ rule, onChange }: { rule: Condition; onChange: (rule: Condition) => void }) {
  const { t } = useTranslation('lifecycle')
  const [text, setText] = useState(JSON.stringify(rule, null, 2))
  const [flawed, setFlawed] = useState(false)
  const take = (next: string) => {
    setText(next)
    try {
      onChange(JSON.parse(next) as Condition)
      setFlawed(false)
    } catch {
      setFlawed(true)
    }
  }
  return <Input.TextArea className="rule-text" aria-label={t('asText')} value={text} status={flawed ? 'error' : undefined} autoSize={{ minRows: 4, maxRows: 14 }} spellCheck={false} onChange={(event) => take(event.target.value)} />
}
