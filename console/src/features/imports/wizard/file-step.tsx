import { CloudUploadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef, useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { ProblemAlert } from '@/ui/problem-alert'
import { useUpload, type Upload } from '../api'

const ACCEPTED = '.csv,.tsv,.txt,.xlsx,.gz'

export function FileStep({ onUploaded }: { onUploaded: (upload: Upload) => void }) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const upload = useUpload()
  const picker = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const take = (file: File | undefined) => {
    if (file) upload.mutate(file, { onSuccess: onUploaded })
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }
  return (
    <div className="stack">
      {upload.isError && <ProblemAlert error={upload.error} onRetry={upload.variables ? () => take(upload.variables) : undefined} />}
      { }
      <div
        className={`drop ${over ? 'over' : ''}`} onDrop={drop} onDragLeave={() => setOver(false)}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
      >
        <CloudUploadOutlined aria-hidden="true" className="drop-icon" />
        <h2>{upload.isPending ? t('file.sending', { name: upload.variables.name, size: format.bytes(upload.variables.size) }) : t('file.title')}</h2>
        <p className="muted">{t('file.hint')}</p>
        <Button type="primary" size="large" loading={upload.isPending} onClick={() => picker.current?.click()}>{t('file.pick')}</Button>
        <input ref={picker} type="file" accept={ACCEPTED} hidden data-testid="file" onChange={(event) => take(event.target.files?.[0])} />
      </div>
      <ul className="file-notes muted small">
        {['charset', 'header', 'safe'].map((key) => <li key={key}>{t(`file.note.${key}`)}</li>)}
      </ul>
    </div>
  )
}
