import { Button, Checkbox, Form, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { ProblemAlert } from '@/ui/problem-alert'
import { KINDS, useStartFill, type Fill, type Kind, type Look, type Verb } from './api'
import { FillState } from './fill-state'

interface Props {
  look: Look
  verb: Verb
  list?: string
  make?: () => Promise<string>
  onBack: () => void
  onStarted: (fill: Fill) => void
}

/** Which column means what, tried over the whole file before anything changes. */
export function TryStep({ look, verb, list, make, onBack, onStarted }: Props) {
  const { t } = useTranslation('lists')
  const format = useFormat()
  const [column, setColumn] = useState(look.columns[look.column ?? 0]?.name ?? '')
  const [kind, setKind] = useState<Kind>(look.kind)
  const [headerToo, setHeaderToo] = useState(look.headerNames)
  const [tried, setTried] = useState<Fill | null>(null)
  const trying = useStartFill()
  const starting = useStartFill()
  const [making, setMaking] = useState<unknown>(null)
  const wanted = { verb, upload: look.upload, column, kind, headerToo }
  const readings = look.columns.find(({ name }) => name === column)?.kinds ?? []
  const foundAs = (one: Kind) => readings.find((reading) => reading.kind === one)?.found
  const pick = (next: string) => {
    setColumn(next)
    setKind(look.columns.find(({ name }) => name === next)?.kinds[0]?.kind ?? 'any')
    setTried(null)
  }
  const start = async () => {
    setMaking(null)
    try {
      const audience = list ?? (await make?.())
      starting.mutate({ ...wanted, audience, dryRun: false }, { onSuccess: onStarted })
    } catch (error) {
      setMaking(error)
    }
  }
  return (
    <div className="stack">
      <p className="muted">{t('look', { name: look.filename, count: look.rows, shown: format.number(look.rows) })}</p>
      <Form layout="vertical" component="div" className="stack tight">
        <Form.Item label={t('column')} htmlFor="fill-column" help={look.column === null ? t('nobodyFound', { count: look.looked, shown: format.number(look.looked) }) : undefined}>
          <Select id="fill-column" value={column} onChange={pick} options={look.columns.map(({ name, kinds }) => ({ value: name, label: kinds[0] ? t('columnFinds', { name, found: format.number(kinds[0].found), of: format.number(look.looked) }) : name }))} />
        </Form.Item>
        <Form.Item label={t('means')} htmlFor="fill-kind">
          <Select
            id="fill-kind" value={kind} onChange={(next) => { setKind(next); setTried(null) }}
            options={KINDS.map((one) => ({ value: one, label: foundAs(one) === undefined ? t(`kind.${one}`) : t('kindFinds', { kind: t(`kind.${one}`), found: format.number(foundAs(one) ?? 0), of: format.number(look.looked) }) }))}
          />
        </Form.Item>
        {look.header && <Checkbox checked={headerToo} onChange={(event) => { setHeaderToo(event.target.checked); setTried(null) }}>{t('headerToo')}</Checkbox>}
      </Form>
      {trying.isError && <ProblemAlert error={trying.error} />}
      {starting.isError && <ProblemAlert error={starting.error} />}
      {making !== null && <ProblemAlert error={making} />}
      {tried && <FillState key={tried.id} fill={tried} />}
      <div className="row">
        <Button onClick={onBack}>{t('back')}</Button>
        <Button loading={trying.isPending} onClick={() => trying.mutate({ ...wanted, audience: list, dryRun: true }, { onSuccess: setTried })}>{t('try')}</Button>
        <Button type="primary" loading={starting.isPending} onClick={() => void start()}>{t(`start.${verb}`)}</Button>
      </div>
      <p className="muted small">{t('tryHint')}</p>
    </div>
  )
}
