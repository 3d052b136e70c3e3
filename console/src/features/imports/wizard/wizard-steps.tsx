import { Steps } from 'antd'
import { useTranslation } from 'react-i18next'

/** Where one stands on the way from a file to customers. */
export function WizardSteps({ current }: { current: number }) {
  const { t } = useTranslation('imports')
  return (
    <div className="wizard-steps">
      <Steps size="small" responsive={false} current={current} items={['file', 'columns', 'options', 'check', 'run'].map((key) => ({ title: t(`step.${key}`) }))} />
    </div>
  )
}
