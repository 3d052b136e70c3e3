import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { Card } from '@/ui/card'
import { DataTable } from '@/ui/data-table'
import type { Growth, GrowthForm, Outlook } from './api'

/** Every form that was tried, and how the best of them did where it could not look. */
export function Forms({ growth, outlook }: { growth: Growth; outlook: Outlook }) {
  const { t } = useTranslation('growth')
  const format = useFormat()
  const shown = (form: GrowthForm) => form.parameters.map((one) => `${one.name} ${one.value === null ? '–' : format.number(one.value, Math.abs(one.value) < 1 ? 4 : 1)}${one.standardError === null ? '' : ` ± ${format.number(one.standardError, one.standardError < 1 ? 4 : 1)}`}`).join(', ')
  const held = outlook.holdOut
  return (
    <Card flush title={t('forms')} hint={t('formsHint')}>
      <DataTable
        label={t('forms')} rows={growth.forms} rowKey={(form) => form.form}
        columns={[
          { key: 'form', title: t('curve'), card: 'lead', render: (form) => <span className={form.behind === 0 ? 'strong' : ''}>{t(`form.${form.form}`)}</span> },
          { key: 'behind', title: 'ΔAICc', end: true, render: (form) => <span className="num">{format.number(form.behind, 1)}</span> },
          { key: 'weight', title: t('weight'), end: true, render: (form) => <span className="num">{format.percent(form.weight)}</span> },
          { key: 'ceiling', title: t('ceiling'), end: true, render: (form) => <span className="num">{form.ceiling === null ? t('none') : format.number(form.ceiling)}</span> },
          { key: 'peak', title: t('peak'), end: true, render: (form) => (form.peak ? format.date(form.peak) : '–') },
          { key: 'parameters', title: t('parameters'), render: (form) => <span className="small muted">{shown(form)}</span> },
        ]}
      />
      <div className="growth-notes small">
        <p>{held ? t('holdOut', { periods: held.periods, form: t(`form.${held.form}`), inside: held.inside, level: format.percent(outlook.level), expected: format.number(held.expected), happened: format.number(held.happened) }) : t('noHoldOut')}</p>
        <p>{t('source', { draws: outlook.draws, level: format.percent(outlook.level) })}</p>
        <p>{t('rule')}</p>
      </div>
    </Card>
  )
}
