import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Selection, SequenceClause } from '../language/types'
import { PropertyEditor } from '../parts/property-editor'
import { SelectionEditor } from '../parts/selection-editor'
import { cleaned } from '../parts/cleaned'
import { OptionalLength, WindowEditor } from '../parts/window-editor'
import type { ClauseProps } from './props'

const MOST = 10

/** A, then B, then C: in this order, within a time, without something in between, all about the same. */
export function SequenceEditor({ value, onChange }: ClauseProps<SequenceClause>) {
  const { t } = useTranslation('conditions')
  const kinds = [...new Set(value.steps.flatMap((step) => step.kinds ?? []))]
  return (
    <div className="sequence">
      <Steps list={value.steps} at="/steps" least={2} word="then" first="firstly" add="addStep" onChange={(steps) => onChange({ ...value, steps })} />
      <Steps list={value.without ?? []} at="/without" least={0} word="orBetween" first="noneBetween" add="addWithout" onChange={(without) => onChange(cleaned({ ...value, without: without.length > 0 ? without : undefined }))} />
      <div className="sub-clause">
        <OptionalLength label={t('allWithin')} add={t('addAllWithin')} value={value.within} at="/within" onChange={(within) => onChange(cleaned({ ...value, within }))} />
      </div>
      <div className="sub-clause">
        <label className="check"><input type="checkbox" checked={value.same !== undefined} onChange={(event) => onChange(cleaned({ ...value, same: event.target.checked ? { type: 'subject' } : undefined }))} />{t(value.same ? 'allSame' : 'addSame')}</label>
        {value.same && <PropertyEditor value={value.same} at="/same" kinds={kinds} onChange={(same) => onChange({ ...value, same })} />}
      </div>
      <div className="sub-clause">
        <span className="word">{t('lastStep')}</span>
        <WindowEditor withoutSince value={value.window} onChange={(window) => onChange(cleaned({ ...value, window }))} />
      </div>
    </div>
  )
}

interface StepsProps {
  list: Selection[]
  at: string
  least: number
  word: 'then' | 'orBetween'
  first: 'firstly' | 'noneBetween'
  add: 'addStep' | 'addWithout'
  onChange: (list: Selection[]) => void
}

function Steps({ list, at, least, word, first, add, onChange }: StepsProps) {
  const { t } = useTranslation('conditions')
  return (
    <>
      {list.map((step, i) => (
        <div key={i} className="sub-clause" role="group" aria-label={t('step', { number: i + 1 })}>
          <span className="word">{t(i === 0 ? first : word)}</span>
          <SelectionEditor value={step} at={`${at}/${i}`} onChange={(next) => onChange(list.map((each, j) => (j === i ? next : each)))} />
          {list.length > least && <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={t('removeStep', { number: i + 1 })} onClick={() => onChange(list.filter((_, j) => j !== i))} />}
        </div>
      ))}
      {list.length < MOST && <div><Button size="small" type="text" icon={<PlusOutlined />} onClick={() => onChange([...list, { kinds: [] }])}>{t(add)}</Button></div>}
    </>
  )
}
