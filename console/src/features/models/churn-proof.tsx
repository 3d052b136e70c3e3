import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { Card } from '@/ui/card'
import { Chart } from '@/ui/chart/chart'
import type { Palette } from '@/ui/chart/palette'
import type { ChurnReport } from './types'
import { DataTable } from '@/ui/data-table'
import { useReason } from './use-reason'

/** How well the risks were told, by a later time than the model had seen. */
export function ChurnProof({ report }: { report: ChurnReport }) {
  const { t } = useTranslation('models')
  const format = useFormat()
  const { validation } = report
  return (
    <>
      <div className="columns stretch">
        <Card className="c6" title={t('churn.calibration')} hint={t('churn.calibrationHint')}><Calibration report={report} /></Card>
        <Card className="c6" title={t('churn.lift')} hint={t('churn.liftHint')}><Lift report={report} /></Card>
      </div>
      <div className="columns stretch">
        <Card className="c6" title={t('churn.quality')} hint={t('churn.qualityHint', { customers: format.number(validation.customers) })}>
          <dl className="pairs">
            <dt>AUC</dt><dd className="numbers">{format.number(validation.auc, 3)} · {t('churn.auc')}</dd>
            <dt>Brier</dt><dd className="numbers">{format.number(validation.brier, 3)} · {t('churn.brier', { base: format.number(validation.brierOfBase, 3) })}</dd>
            <dt>{t('churn.logLoss')}</dt><dd className="numbers">{format.number(validation.logLoss, 3)}</dd>
            <dt>{t('churn.topLift')}</dt><dd className="numbers">{t('churn.times', { times: format.number(validation.topDecileLift, 2) })}</dd>
            {report.method && <><dt>{t('churn.method.title')}</dt><dd>{t(`churn.method.${report.method}`)} · {t(`churn.method.from.${report.methodFrom}`)}</dd></>}
            <dt>{t('churn.trained')}</dt><dd className="numbers">{format.number(report.trained)}{report.separated ? ` · ${t('churn.separated')}` : ''}</dd>
          </dl>
          {report.candidates && <Candidates candidates={report.candidates} />}
        </Card>
        <Card className="c6" title={t('churn.effects')} hint={t('churn.effectsHint')}><Effects report={report} /></Card>
      </div>
    </>
  )
}

function Candidates({ candidates }: { candidates: NonNullable<ChurnReport['candidates']> }) {
  const { t } = useTranslation('models')
  const format = useFormat()
  return (
    <DataTable
      label={t('churn.method.all')} cards={false} rows={candidates} rowKey={(one) => one.method}
      columns={[
        { key: 'method', title: t('churn.method.title'), render: (one) => t(`churn.method.${one.method}`) },
        { key: 'auc', title: 'AUC', end: true, render: (one) => <span className="num">{format.number(one.auc, 4)}</span> },
        { key: 'brier', title: 'Brier', end: true, render: (one) => <span className="num">{format.number(one.brier, 4)}</span> },
        { key: 'loss', title: t('churn.logLoss'), end: true, render: (one) => <span className="num">{format.number(one.logLoss, 4)}</span> },
      ]}
    />
  )
}

function Effects({ report }: { report: ChurnReport }) {
  const reason = useReason()
  const format = useFormat()
  const most = Math.max(0.01, ...report.effects.map((effect) => Math.abs(effect.coefficient)))
  return (
    <ul className="reason-bars">
      {[...report.effects].sort((a, b) => Math.abs(b.coefficient) - Math.abs(a.coefficient)).map((effect) => (
        <li key={effect.feature}>
          <span>{reason(effect.feature)}</span>
          <span className="num">{effect.coefficient > 0 ? '+' : ''}{format.number(effect.coefficient, 2)}</span>
          <span className={`bar ${effect.coefficient > 0 ? 'warm' : ''}`} aria-hidden="true"><i style={{ width: `${(Math.abs(effect.coefficient) / most) * 100}%` }} /></span>
        </li>
      ))}
    </ul>
  )
}

function Calibration({ report }: { report: ChurnReport }) {
  const { t } = useTranslation('models')
  const format = useFormat()
  const bins = report.validation.calibration
  const option = useCallback((palette: Palette) => ({
    grid: { left: 4, right: 12, top: 14, bottom: 4, containLabel: true },
    tooltip: { trigger: 'item', backgroundColor: palette.surface, borderColor: palette.line, textStyle: { color: palette.ink }, formatter: (point: { data?: [number, number] }) => (point.data ? t('churn.point', { told: format.percent(point.data[0], 1), happened: format.percent(point.data[1], 1) }) : '') },
    xAxis: { type: 'value', min: 0, max: 1, axisLabel: { color: palette.muted, formatter: (share: number) => format.percent(share) }, splitLine: { show: false } },
    yAxis: { type: 'value', min: 0, max: 1, axisLabel: { color: palette.muted, formatter: (share: number) => format.percent(share) }, splitLine: { lineStyle: { color: palette.line } } },
    series: [
      { type: 'line', symbol: 'none', silent: true, lineStyle: { color: palette.muted, width: 1, type: 'dashed' }, data: [[0, 0], [1, 1]] },
      { type: 'line', symbol: 'circle', symbolSize: 9, itemStyle: { color: palette.brand }, lineStyle: { color: palette.brand, width: 2 }, data: bins.map((bin) => [bin.told, bin.happened]) },
    ],
  }), [bins, format, t])
  return (
    <Chart
      label={t('churn.calibration')} option={option} height={264}
      table={{
        rows: bins.map((bin, i) => ({ ...bin, i })), rowKey: (bin) => String(bin.i),
        columns: [
          { key: 'customers', title: t('customers'), end: true, render: (bin) => <span className="num">{format.number(bin.customers)}</span> },
          { key: 'told', title: t('churn.told'), end: true, render: (bin) => <span className="num">{format.percent(bin.told, 1)}</span> },
          { key: 'happened', title: t('churn.happened'), end: true, render: (bin) => <span className="num">{format.percent(bin.happened, 1)}</span> },
        ],
      }}
    />
  )
}

function Lift({ report }: { report: ChurnReport }) {
  const { t } = useTranslation('models')
  const format = useFormat()
  const lift = report.validation.lift
  const option = useCallback((palette: Palette) => ({
    grid: { left: 4, right: 8, top: 18, bottom: 4, containLabel: true },
    tooltip: { trigger: 'axis', backgroundColor: palette.surface, borderColor: palette.line, textStyle: { color: palette.ink }, valueFormatter: (value: number) => t('churn.times', { times: format.number(value, 2) }) },
    xAxis: { type: 'category', data: lift.map((_, i) => String(i + 1)), axisTick: { show: false }, axisLine: { lineStyle: { color: palette.line } }, axisLabel: { color: palette.muted } },
    yAxis: { type: 'value', axisLabel: { color: palette.muted }, splitLine: { lineStyle: { color: palette.line } } },
    series: [{ type: 'bar', barCategoryGap: '18%', itemStyle: { color: palette.brand, borderRadius: [4, 4, 0, 0] }, data: lift }],
  }), [lift, format, t])
  return (
    <Chart
      label={t('churn.lift')} option={option} height={264}
      table={{
        rows: lift.map((value, i) => ({ value, tenth: i + 1 })), rowKey: (row) => String(row.tenth),
        columns: [
          { key: 'tenth', title: t('churn.tenth'), render: (row) => row.tenth },
          { key: 'lift', title: t('churn.lift'), end: true, render: (row) => <span className="num">{t('churn.times', { times: format.number(row.value, 2) })}</span> },
        ],
      }}
    />
  )
}
