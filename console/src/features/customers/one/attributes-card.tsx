import { useTranslation } from 'react-i18next'
import { useLabel } from '@/lib/i18n'
import { Card } from '@/ui/card'
import type { Customer } from '../types'
import { Masked } from './reveal'

export function AttributesCard({ customer }: { customer: Customer }) {
  const { t } = useTranslation('customer')
  const label = useLabel()
  if (customer.attributes.length === 0) return null
  return (
    <Card title={t('attributes.title')}>
      <dl className="pairs">
        {customer.attributes.map((attribute) => {
          const name = label(attribute.label, attribute.name)
          return (
            <div key={attribute.name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>{attribute.masked ? <Masked field={`attribute:${attribute.name}`} masked={attribute.value || '•••••'} name={name} /> : attribute.value}</dd>
            </div>
          )
        })}
      </dl>
    </Card>
  )
}
