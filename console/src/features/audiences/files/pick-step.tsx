import { CloudUploadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useRef, useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { ProblemAlert } from '@/ui/problem-alert'
import { useLook, type Look } from './api'

interface Props {
  file: File | null
  onLooked: (look: Look) => void
}

export function PickStep({ file, onLooked }: Props) {
  const { t } = useTranslation('lists')
  const format = useFormat()
  const { mutate, isPending, isError, error, variables } = useLook()
  const picker = useRef<HTMLInputElement>(null)
  const sent = useRef<File | null>(null)
  const [over, setOver] = useState(false)
  const take = (chosen: File | undefined) => {
    if (chosen) mutate(chosen, { onSuccess: onLooked })
  }
  useEffect(() => {
    if (!file || sent.current === file) return
    sent.current = file
    mutate(file, { onSuccess: onLooked })
  }, [file, mutate, onLooked])
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }
  return (
    <div className="stack">
      {isError && <ProblemAlert error={error} onRetry={variables ? () => take(variables) : undefined} />}
      <div
        className={`list-drop ${over ? 'over' : ''}`} onDrop={drop} onDragLeave={() => setOver(false)}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
      >
        <CloudUploadOutlined aria-hidden="true" className="list-drop-icon" />
        <p className="strong" aria-live="polite">{isPending ? t('file.sending', { name: variables.name, size: format.bytes(variables.size) }) : t('file.drop')}</p>
        <p className="muted small">{t('file.hint')}</p>
        <Button type="primary" loading={isPending} onClick={() => picker.current?.click()}>{t('file.pick')}</Button>
        <input
          ref={picker} type="file" accept=".csv,.tsv,.txt,.xlsx,.gz" hidden tabIndex={-1} aria-label={t('file.pick')}
          onChange={(event) => {
            const chosen = event.target.files?.[0]
            event.target.value = ''
            take(chosen)
          }}
        />
      </div>
    </div>
  )
}
