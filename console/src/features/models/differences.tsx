import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { useLabel } from '@/lib/i18n'
import { Card } from '@/ui/card'
import { DataTable } from '@/ui/data-table'
import type { ClvReport, Differences as Told, Level, Times, Value } from './types'

/** Effects from a quarter to four times as much lie on the line. */
const WIDEST = Math.log(4)
const CERTAIN = 0.05

/** By what customers differ from the start: what it does, and whether it helps. */
export function Differences({ told, report, value }: { told: Told; report: ClvReport; value: Value }) {
  const { t } = useTranslation('models')
  const format = useFormat()
  const name = useName(value)
  const without = report.holdOut?.without
  return (
    <Card title={t('covariate.title')} hint={t('covariate.hint', { against: told.against.map(name).join(', ') })}>
      {told.effects.length === 0
        ? <p className="badge warn notice">{told.refused ? t(`covariate.why.${told.why ?? 'constant'}`, { name: name(told.refused) }) : t('covariate.none')}</p>
        : (
          <div className="stack tight">
            <DataTable
              label={t('covariate.title')} cards={false} rows={told.effects} rowKey={(one) => `${one.value.covariate} ${one.value.level ?? ''}`}
              columns={[
                { key: 'who', title: t('covariate.who'), render: (one) => <span>{name(one.value)} <span className="muted small num">{format.number(one.value.customers)}</span></span> },
                { key: 'buys', title: t('covariate.buys'), render: (one) => <Effect of={one.buys} /> },
                { key: 'leaves', title: t('covariate.leaves'), render: (one) => <Effect of={one.leaves} /> },
              ]}
            />
            <p className="small">{t(told.chance < CERTAIN ? 'covariate.matter' : 'covariate.hardly', { ratio: format.number(told.likelihoodRatio, 1), degrees: told.degrees, chance: told.chance < 0.001 ? '< 0.001' : `= ${format.number(told.chance, 3)}` })}</p>
            <p className="small">{report.holdOut && without ? t(report.holdOut.result.model.rootMeanSquare < without.rootMeanSquare ? 'covariate.helps' : 'covariate.helpsNot', { before: format.number(without.rootMeanSquare, 4), after: format.number(report.holdOut.result.model.rootMeanSquare, 4) }) : t('covariate.untested')}</p>
          </div>
        )}
    </Card>
  )
}

function useName(value: Value): (level: Level) => string {
  const { t } = useTranslation('models')
  const label = useLabel()
  return (level) => {
    const covariate = value.covariates.find((one) => one.covariate === level.covariate)
    const said = level.level === null ? t('covariate.rare') : level.level === '' ? t('covariate.unknown') : level.level
    return `${label(covariate?.label, level.covariate)}: ${said}`
  }
}

function Effect({ of }: { of: Times }) {
  const { t } = useTranslation('models')
  const format = useFormat()
  if (of.low === null || of.high === null) return <span className="muted">–</span>
  const at = (times: number) => 50 + (Math.max(-WIDEST, Math.min(WIDEST, Math.log(times))) / WIDEST) * 50
  const sure = of.low > 1 || of.high < 1
  return (
    <span className="effect">
      <span className={`num ${sure ? 'strong' : ''}`}>{t('covariate.times', { times: format.number(of.times, 2) })} <span className="muted small">{format.number(of.low, 2)}–{format.number(of.high, 2)}</span></span>
      <span className="reach" aria-hidden="true"><i style={{ left: `${at(of.low)}%`, width: `${Math.max(1, at(of.high) - at(of.low))}%` }} /><b style={{ left: `${at(of.times)}%` }} /></span>
    </span>
  )
}
