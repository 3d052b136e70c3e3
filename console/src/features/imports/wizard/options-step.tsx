import { Button, Checkbox, Form, Input, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { CURRENCIES, ZONES } from '@/lib/choices'
import { Card } from '@/ui/card'
import type { Kind, Options } from '../api'

interface Props {
  kind: Kind
  options: Options
  dates: { format: string; ambiguous: boolean } | null
  onOptions: (options: Options) => void
  template: string
  onTemplate: (name: string) => void
  busy: boolean
  onBack: () => void
  onNext: () => void
}

/** The order of a date's numbers; how they are separated is found by itself. */
const FORMATS = ['yyyy-MM-dd', 'dd/MM/yyyy', 'MM/dd/yyyy']

/** What the file does not say itself: whose money, whose clock, which way round the dates are. */
export function OptionsStep({ kind, options, dates, onOptions, template, onTemplate, busy, onBack, onNext }: Props) {
  const { t } = useTranslation('imports')
  const set = <K extends keyof Options>(key: K, value: Options[K]) => onOptions({ ...options, [key]: value })
  return (
    <Card title={t('step.options')} hint={t('option.hint')}>
      <Form layout="vertical" className="options" onFinish={onNext}>
        {kind === 'orders' && (
          <Form.Item label={t('option.grain')} className="wide">
            <Radio.Group value={options.grain} onChange={(event) => set('grain', event.target.value as 'line' | 'order')} options={[{ value: 'line', label: t('option.line') }, { value: 'order', label: t('option.order') }]} />
          </Form.Item>
        )}
        <Form.Item label={t('option.currency')} htmlFor="option-currency"><Select id="option-currency" showSearch value={options.currency} onChange={(value: string) => set('currency', value)} options={CURRENCIES.map((value) => ({ value, label: value }))} /></Form.Item>
        <Form.Item label={t('option.zone')} htmlFor="option-zone"><Select id="option-zone" showSearch value={options.zone} onChange={(value: string) => set('zone', value)} options={ZONES.map((value) => ({ value, label: value }))} /></Form.Item>
        <Form.Item label={t('option.dateFormat')} htmlFor="option-format" validateStatus={dates?.ambiguous && !options.dateFormat ? 'warning' : undefined} help={dates?.ambiguous && !options.dateFormat ? t('option.ambiguous', { format: dates.format }) : undefined}><Select id="option-format" allowClear placeholder={dates ? `${t('option.detect')}: ${dates.format}` : t('option.detect')} value={options.dateFormat} onChange={(value?: string) => set('dateFormat', value)} options={FORMATS.map((value) => ({ value, label: value }))} /></Form.Item>
        <Form.Item label={t('option.phoneRegion')} htmlFor="option-region"><Input id="option-region" maxLength={2} value={options.phoneRegion ?? ''} onChange={(event) => set('phoneRegion', event.target.value.toUpperCase())} /></Form.Item>
        <Form.Item label={t('option.source')} htmlFor="option-source"><Input id="option-source" maxLength={60} placeholder={t('option.sourceHint')} value={options.source ?? ''} onChange={(event) => set('source', event.target.value || undefined)} /></Form.Item>
        <Form.Item label={t('option.template')} htmlFor="option-template"><Input id="option-template" maxLength={60} placeholder={t('option.templateHint')} value={template} onChange={(event) => onTemplate(event.target.value)} /></Form.Item>
        <Form.Item className="wide"><Checkbox checked={options.historical ?? true} onChange={(event) => set('historical', event.target.checked)}>{t('option.historical')}</Checkbox></Form.Item>
        <div className="row spread wide">
          <Button onClick={onBack}>{t('back')}</Button>
          <Button type="primary" htmlType="submit" loading={busy}>{t('check')}</Button>
        </div>
      </Form>
    </Card>
  )
}
