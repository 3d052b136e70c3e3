import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { ROUTES } from '@/lib/routes'
import { useSession } from '@/lib/session'
import { PageHeader } from '@/ui/page-header'
import { ProblemAlert } from '@/ui/problem-alert'
import { useStartImport, type Kind, type Options, type Upload } from '../api'
import { guessed } from '../fields'
import { ColumnsStep } from './columns-step'
import { FileStep } from './file-step'
import { OptionsStep } from './options-step'
import { WizardSteps } from './wizard-steps'
import '../imports.css'

export default function NewImportPage() {
  const { t } = useTranslation('imports')
  const { workspace } = useSession()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const start = useStartImport()
  const [step, setStep] = useState(0)
  const [upload, setUpload] = useState<Upload | null>(null)
  const [kind, setKind] = useState<Kind>('orders')
  const [mapping, setMapping] = useState<Record<string, string>>({})
  const [options, setOptions] = useState<Options>({ currency: workspace.currency, zone: workspace.zone, phoneRegion: workspace.phoneRegion, grain: 'line', historical: true })
  const [template, setTemplate] = useState('')

  const chosen = (next: Upload) => {
    const kindOf = next.kindGuess ?? 'orders'
    setUpload(next)
    setKind(kindOf)
    setMapping(guessed(next, kindOf))
    setOptions((before) => ({ ...before, grain: next.grainGuess === 'order' ? 'order' : 'line' }))
    setStep(1)
  }
  const check = () => {
    if (!upload) return
    const input = { upload: upload.id, kind, mapping, options: kind === 'orders' ? options : { ...options, grain: undefined }, dryRun: true, ...(template ? { saveTemplate: template } : {}) }
    start.mutate(input, {
      onSuccess: (made) => {
        void message.info(t('checking'))
        void navigate(`${ROUTES.imports}/${made.id}`)
      },
    })
  }
  return (
    <div className="stack">
      <PageHeader title={t('new')} lead={t('newLead')} crumb={<Link to={ROUTES.imports}>← {t('title')}</Link>} />
      <WizardSteps current={step} />
      {start.isError && <ProblemAlert error={start.error} onRetry={check} />}
      {step === 0 && <FileStep onUploaded={chosen} />}
      {step === 1 && upload && (
        <ColumnsStep
          upload={upload} kind={kind} mapping={mapping} onMapping={setMapping}
          onKind={(next) => {
            setKind(next)
            setMapping(guessed(upload, next))
          }}
          onTemplate={(chosenTemplate) => {
            setKind(chosenTemplate.kind)
            setMapping(chosenTemplate.mapping)
            setOptions((before) => ({ ...before, ...chosenTemplate.options }))
          }}
          onBack={() => setStep(0)} onNext={() => setStep(2)}
        />
      )}
      {step === 2 && upload && <OptionsStep kind={kind} options={options} dates={upload.columns.find((column) => column.name === mapping.at)?.dates ?? null} onOptions={setOptions} template={template} onTemplate={setTemplate} busy={start.isPending} onBack={() => setStep(1)} onNext={check} />}
    </div>
  )
}
