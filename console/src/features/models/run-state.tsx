import { useTranslation } from 'react-i18next'
import type { Run } from './types'

const TONE: Record<Run['state'], string> = { queued: 'brand', running: 'brand', done: 'good', lacking: 'warn', failed: 'bad', cancelled: 'outline' }

export function RunState({ run }: { run: Run }) {
  const { t } = useTranslation('models')
  const word = run.undone ? 'undone' : run.undoes ? 'undo' : run.state
  return <span className={`badge ${run.undone ? 'outline' : TONE[run.state]}`}>{t(`state.${word}`)}</span>
}
