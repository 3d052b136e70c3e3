import { useTranslation } from 'react-i18next'
import { decimals } from '@/lib/format'
import { useSession } from '@/lib/session'
import type { FactsClause, Measure, Test } from '../language/types'
import { MeasureEditor } from '../parts/measure-editor'
import { SelectionEditor } from '../parts/selection-editor'
import { TestEditor } from '../parts/test-editor'
import { cleaned } from '../parts/cleaned'
import { WindowEditor } from '../parts/window-editor'
import { useWords } from '../vocabulary'
import type { ClauseProps } from './props'

const ANY_TEST = ['first', 'last']
const MONEY = ['sum', 'average', 'least', 'most', 'first', 'last']

/** Only the first and the last value can be asked anything; everything else is a number. */
function testFor(measure: Measure, test: Test): Test {
  return ANY_TEST.includes(measure.type) || test.type === 'compares' ? test : { type: 'compares', comparison: 'at-least', number: 1 }
}

export function FactsEditor({ value, onChange }: ClauseProps<FactsClause>) {
  const { t } = useTranslation('conditions')
  const { workspace } = useSession()
  const words = useWords()
  const measure: Measure = value.measure ?? { type: 'count' }
  const kinds = value.facts.kinds ?? []
  const money = 'of' in measure && measure.of.type === 'amount' && MONEY.includes(measure.type) ? measure.of.currency : null
  const name = 'of' in measure && measure.of.type === 'attribute' ? measure.of.name : ''
  const known = words.all.kinds.filter((kind) => kinds.length === 0 || kinds.includes(kind.key)).flatMap((kind) => kind.attributes ?? []).find((each) => each.name === name)
  return (
    <>
      <MeasureEditor
        value={measure} at="/measure" kinds={kinds} currency={workspace.currency}
        onChange={(next) => onChange(cleaned({ ...value, measure: next.type === 'count' ? undefined : next, test: testFor(next, value.test) }))}
      />
      <span className="word">{t(measure.type === 'count' ? 'of' : 'among')}</span>
      <SelectionEditor value={value.facts} at="/facts" onChange={(facts) => onChange({ ...value, facts })} />
      <TestEditor
        value={value.test} at="/test" numeric={!ANY_TEST.includes(measure.type)} type={known?.type} examples={known?.examples}
        scale={money ? { by: 10 ** decimals(money), suffix: money } : undefined} onChange={(test) => onChange({ ...value, test })}
      />
      <WindowEditor value={value.window} onChange={(window) => onChange(cleaned({ ...value, window }))} />
    </>
  )
}
