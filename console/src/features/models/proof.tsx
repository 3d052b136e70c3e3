import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { Card } from '@/ui/card'
import { Chart } from '@/ui/chart/chart'
import type { Palette } from '@/ui/chart/palette'
import { DataTable } from '@/ui/data-table'
import type { ClvReport, HeldOut, Parameter } from './types'

/** Twice the gain of log-likelihood that two more parameters reach by chance in one case of twenty. */
const CERTAIN = 5.99

interface Props {
  report: ClvReport
  parameters: Parameter[]
  currency: string
}

/** Why the numbers can be believed, and how far: hold-out, tracking, parameters. */
export function Proof({ report, parameters, currency }: Props) {
  const { t } = useTranslation('models')
  const format = useFormat()
  const money = (amount: number) => format.money({ amount, currency })
  return (
    <>
      {report.holdOut
        ? (
          <div className="columns stretch">
            <Card className="c6" title={t('proof.tracking')} hint={t('proof.trackingHint', { days: report.holdOut.days })}><TrackingPlot heldOut={report.holdOut} /></Card>
            <Card className="c6" flush title={t('proof.holdOut')} hint={t('proof.holdOutHint')}><HoldOutTable heldOut={report.holdOut} /></Card>
          </div>
        )
        : <p className="badge warn notice">{t('proof.short')}</p>}
      <div className="columns stretch">
        <Card className="c6" title={t('proof.model', { model: t(`name.${report.model}`, { defaultValue: report.model }) })} hint={t('proof.modelHint')}>
          <div className="stack tight">
            {(report.candidates[0]?.likelihoodRatio ?? 0) < CERTAIN && <p className="badge warn notice">{t('proof.hardlyLeave')}</p>}
            {report.limit && <p className="badge warn notice">{t(`limit.${report.limit}`, { defaultValue: report.limit })}</p>}
            <dl className="pairs">
              {parameters.map((one) => (
                <Pair key={one.name} name={t(`parameter.${report.model}.${one.name}`, { defaultValue: t(`parameter.${one.name}`, { defaultValue: one.name }) })} value={`${one.name} = ${one.value === null ? '–' : format.number(one.value, 4)}${one.standardError === null ? '' : ` ± ${format.number(one.standardError, 4)}`}`} />
              ))}
            </dl>
            <DataTable
              label={t('proof.candidates')} cards={false} rows={report.candidates} rowKey={(one) => one.model}
              columns={[
                { key: 'model', title: t('proof.candidates'), render: (one) => <span>{t(`name.${one.model}`, { defaultValue: one.model })}{one.limit && <span className="muted small"> · {t(`limit.${one.limit}`, { defaultValue: one.limit })}</span>}</span> },
                { key: 'likelihood', title: t('proof.likelihood'), end: true, render: (one) => <span className="num">{format.number(one.logLikelihood, 1)}</span> },
                { key: 'ratio', title: t('proof.ratio'), end: true, render: (one) => <span className="num">{format.number(one.likelihoodRatio, 1)}</span> },
              ]}
            />
          </div>
        </Card>
        <Card className="c6" title={t('proof.money')} hint={t('proof.moneyHint')}>
          <dl className="pairs">
            <Pair name={t('proof.horizon')} value={t('proof.weeks', { weeks: report.horizonWeeks })} />
            <Pair name={t('proof.discount')} value={format.percent(report.discountYearly, 1)} />
            <Pair name={t('proof.margin')} value={`${format.percent(report.margin, 1)} · ${t(`proof.from.${report.marginFrom}`)}`} />
            <Pair name={t('proof.spend')} value={report.spend === 'gamma-gamma' ? t('proof.gammaGamma', { correlation: report.correlation === null ? '–' : format.number(report.correlation, 2) }) : t('proof.mean')} />
            <Pair name={t('proof.meanOrder')} value={money(report.meanOrder)} />
            <Pair name={t('proof.repeat')} value={`${format.number(report.repeatBuyers)} / ${format.number(report.customers)}`} />
          </dl>
        </Card>
      </div>
    </>
  )
}

function Pair({ name, value }: { name: string; value: string }) {
  return <><dt>{name}</dt><dd className="numbers">{value}</dd></>
}

function TrackingPlot({ heldOut }: { heldOut: HeldOut }) {
  const { t } = useTranslation('models')
  const format = useFormat()
  const cut = heldOut.weeks.length - Math.round(heldOut.days / 7)
  const option = useCallback((palette: Palette) => ({
    grid: { left: 4, right: 12, top: 14, bottom: 4, containLabel: true },
    tooltip: { trigger: 'axis', backgroundColor: palette.surface, borderColor: palette.line, textStyle: { color: palette.ink }, valueFormatter: (value: number) => format.number(value) },
    xAxis: { type: 'category', data: heldOut.weeks.map((week) => String(week.week)), axisLabel: { color: palette.muted, hideOverlap: true }, axisTick: { show: false }, axisLine: { lineStyle: { color: palette.line } } },
    yAxis: { type: 'value', axisLabel: { color: palette.muted, formatter: (value: number) => format.compact(value) }, splitLine: { lineStyle: { color: palette.line } } },
    series: [
      { name: t('proof.actual'), type: 'line', symbol: 'none', lineStyle: { color: palette.brand, width: 2.5 }, data: heldOut.weeks.map((week) => week.actual) },
      { name: t('proof.seen'), type: 'line', symbol: 'none', lineStyle: { color: palette.accent, width: 2 }, data: heldOut.weeks.map((week, i) => (i < cut ? week.expected : null)) },
      { name: t('proof.foretold'), type: 'line', symbol: 'none', lineStyle: { color: palette.accent, width: 2, type: 'dashed' }, data: heldOut.weeks.map((week, i) => (i >= cut - 1 ? week.expected : null)) },
    ],
  }), [heldOut, cut, format, t])
  return (
    <Chart
      label={t('proof.tracking')} option={option} height={264}
      extra={<span className="legend"><i className="bar-key" aria-hidden="true" />{t('proof.actual')}<i className="line-key" aria-hidden="true" />{t('proof.foretold')}</span>}
      table={{
        rows: heldOut.weeks.filter((week) => week.week % 4 === 0), rowKey: (week) => String(week.week),
        columns: [
          { key: 'week', title: t('proof.week'), render: (week) => format.number(week.week) },
          { key: 'actual', title: t('proof.actual'), end: true, render: (week) => <span className="num">{format.number(week.actual)}</span> },
          { key: 'expected', title: t('proof.expected'), end: true, render: (week) => <span className="num">{format.number(week.expected)}</span> },
        ],
      }}
    />
  )
}

function HoldOutTable({ heldOut }: { heldOut: HeldOut }) {
  const { t } = useTranslation('models')
  const format = useFormat()
  const { result } = heldOut
  const most = Math.max(...result.byCount.map((row) => row.repeats))
  const errors = (['model', 'asBefore', 'nothing'] as const).map((key) => ({ key, ...result[key] }))
  return (
    <div className="stack tight">
      <DataTable
        label={t('proof.errors')} cards={false} rows={errors} rowKey={(row) => row.key}
        columns={[
          { key: 'who', title: t('proof.method'), render: (row) => <span className={row.key === 'model' ? 'strong' : ''}>{t(`proof.by.${row.key}`)}</span> },
          { key: 'sum', title: t('proof.sum', { actual: format.number(result.actual) }), end: true, render: (row) => <span className="num">{format.number(row.sum)}</span> },
          { key: 'mae', title: 'MAE', end: true, render: (row) => <span className="num">{format.number(row.meanAbsolute, 3)}</span> },
          { key: 'rmse', title: 'RMSE', end: true, render: (row) => <span className="num">{format.number(row.rootMeanSquare, 3)}</span> },
        ]}
      />
      <DataTable
        label={t('proof.holdOut')} cards={false} rows={result.byCount} rowKey={(row) => String(row.repeats)}
        columns={[
          { key: 'repeats', title: t('proof.repeats'), render: (row) => `${row.repeats}${row.repeats === most ? '+' : ''}` },
          { key: 'customers', title: t('customers'), end: true, render: (row) => <span className="num">{format.number(row.customers)}</span> },
          { key: 'actual', title: t('proof.actual'), end: true, render: (row) => <span className="num">{format.number(row.actual, 2)}</span> },
          { key: 'predicted', title: t('proof.foretold'), end: true, render: (row) => <span className="num">{format.number(row.predicted, 2)}</span> },
        ]}
      />
    </div>
  )
}
