import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, DownOutlined, UpOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useCallback, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '@/lib/problem'
import { ConditionEditor, type ConditionJson } from '@/ui/condition-editor'
import type { Rules } from './api'

type Stage = Rules['stages'][number]

interface Props {
  stage: Stage
  index: number
  last: boolean
  /** The saved rule in words; none once it has been changed. */
  sentence: string | null
  open: boolean
  problems: FieldProblem[]
  onOpen: (open: boolean) => void
  onChange: (stage: Stage) => void
  onMove: (by: number) => void
  onRemove?: () => void
}

export function StageEditor({ stage, index, last, sentence, open, problems, onOpen, onChange, onMove, onRemove }: Props) {
  const { t } = useTranslation('lifecycle')
  const { t: common } = useTranslation()
  const name = stage.label.en
  return (
    <li className={`stage-editor ${problems.length > 0 ? 'wrong' : ''}`}>
      <div className="row tight">
        <span className="step num" aria-hidden="true">{index + 1}</span>
        <Input className="grow" value={stage.label.zh} aria-label={t('nameZh', { name })} onChange={(event) => onChange({ ...stage, label: { ...stage.label, zh: event.target.value } })} />
        <Input className="grow" value={stage.label.en} aria-label={t('nameEn', { name })} onChange={(event) => onChange({ ...stage, label: { ...stage.label, en: event.target.value } })} />
        <Button size="small" type="text" icon={<ArrowUpOutlined />} disabled={index === 0} aria-label={t('up', { name })} onClick={() => onMove(-1)} />
        <Button size="small" type="text" icon={<ArrowDownOutlined />} disabled={last} aria-label={t('down', { name })} onClick={() => onMove(1)} />
        {onRemove && <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={`${common('remove')} ${name}`} onClick={onRemove} />}
      </div>
      {last ? <p className="muted conditions">{t('everybody')}</p> : (
        <div className="stack tight conditions">
          <div className="row tight">
            <p className="grow">{sentence ?? t('ruleChanged')}</p>
            <Button size="small" icon={open ? <UpOutlined /> : <DownOutlined />} aria-expanded={open} aria-label={`${t(open ? 'closeRule' : 'editRule')}: ${name}`} onClick={() => onOpen(!open)}>{t(open ? 'closeRule' : 'editRule')}</Button>
          </div>
          {open && <RuleEditor stage={stage} problems={problems} onChange={onChange} />}
        </div>
      )}
    </li>
  )
}

function RuleEditor({ stage, problems, onChange }: Pick<Props, 'stage' | 'problems' | 'onChange'>) {
  const latest = useRef({ stage, onChange })
  latest.current = { stage, onChange }
  const set = useCallback((rule: ConditionJson) => latest.current.onChange({ ...latest.current.stage, rule }), [])
  return <ConditionEditor condition={stage.rule} problems={problems} onChange={set} />
}
