import { Button, Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { Card } from '@/ui/card'
import { DataTable } from '@/ui/data-table'
import { KINDS, type Kind, type Template, type Upload } from '../api'
import { FIELDS, assign, attributeOf, fieldOf, keepsTheRest, missing } from '../fields'

interface Props {
  upload: Upload
  kind: Kind
  mapping: Record<string, string>
  onKind: (kind: Kind) => void
  onMapping: (mapping: Record<string, string>) => void
  onTemplate: (template: Template) => void
  onBack: () => void
  onNext: () => void
}

/** Which column is what; the guesses stand there already. */
export function ColumnsStep({ upload, kind, mapping, onKind, onMapping, onTemplate, onBack, onNext }: Props) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const lacking = missing(kind, mapping)
  const or = new Intl.ListFormat(t('listTag'), { type: 'disjunction' })
  const name = (field: string) => t(`field.${field}`, { defaultValue: field })
  const facts = [upload.format.toUpperCase(), upload.charset, format.bytes(upload.bytes), upload.rows !== undefined && t('columns.rows', { count: upload.rows, shown: format.number(upload.rows) }), t('columns.count', { count: upload.columns.length })].filter(Boolean).join(' · ')
  return (
    <Card title={upload.filename} hint={facts} flush>
      <div className="wizard-bar row">
        <span className="muted">{t('columns.kind')}</span>
        <Segmented<Kind> aria-label={t('columns.kind')} value={kind} onChange={onKind} options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))} />
        {upload.templates.length > 0 && (
          <Select
            aria-label={t('columns.template')} placeholder={t('columns.template')} style={{ minWidth: 200 }} onChange={(index: number) => upload.templates[index] && onTemplate(upload.templates[index])}
            options={upload.templates.map((template, value) => ({ value, label: template.name }))}
          />
        )}
      </div>
      <DataTable
        label={t('step.columns')} rows={upload.columns} rowKey={(column) => column.name}
        columns={[
          { key: 'name', title: t('columns.inFile'), card: 'lead', render: (column) => <span className="strong">{column.name}</span> },
          { key: 'samples', title: t('columns.samples'), card: 'bare', render: (column) => <span className="samples muted small">{column.samples.slice(0, 3).map((sample, i) => <code key={i}>{sample || '∅'}</code>)}</span> },
          {
            key: 'field', title: t('columns.is'), card: 'bare', width: 280,
            render: (column) => (
              <Select
                allowClear className="field-select" aria-label={t('columns.what', { name: column.name })} placeholder={t('columns.ignored')}
                value={fieldOf(mapping, column.name)} onChange={(field: string | undefined) => onMapping(assign(mapping, column.name, field ?? null))}
                options={[...FIELDS[kind].map((value) => ({ value, label: name(value) })), ...(keepsTheRest(kind) ? [{ value: attributeOf(column.name), label: t('columns.kept') }] : [])]}
              />
            ),
          },
        ]}
      />
      <div className="wizard-foot row spread">
        <Button onClick={onBack}>{t('back')}</Button>
        <span className="row">
          {lacking.length > 0 && <span className="warn badge" role="status">{t('columns.missing', { fields: lacking.map((any) => or.format(any.map(name))).join('; ') })}</span>}
          <Button type="primary" disabled={lacking.length > 0} onClick={onNext}>{t('next')}</Button>
        </span>
      </div>
    </Card>
  )
}
