import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { ROUTES } from '@/lib/routes'
import { Card } from '@/ui/card'
import { LinkButton } from '@/ui/link-button'
import { Load, Skeleton } from '@/ui/load'
import { PageHeader } from '@/ui/page-header'
import { ProblemAlert } from '@/ui/problem-alert'
import { useAudience, useTry } from '../api'
import { audienceLink } from '../links'
import type { AudienceDetail } from '../types'
import { VocabularyProvider } from '../vocabulary'
import { ConditionBuilder } from './condition-builder'
import { PreviewPanel } from './preview-panel'
import { useBuilder } from './use-builder'
import '../audiences.css'

export default function EditAudiencePage() {
  const { t } = useTranslation('audiences')
  const { id = '' } = useParams()
  const audience = useAudience(id)
  return (
    <VocabularyProvider>
      <PageHeader
        title={audience.data ? t('editOf', { name: audience.data.name }) : t('editTitle')} lead={t('editLead')}
        crumb={<><Link to={ROUTES.audiences}>{t('title')}</Link>{audience.data && <> / <Link to={audienceLink(id)}>{audience.data.name}</Link></>}</>}
      />
      <Load query={audience} skeleton={<Skeleton height={420} />}>{(data) => <Edit key={`${data.id}-${data.version}`} audience={data} />}</Load>
    </VocabularyProvider>
  )
}

/** Another condition is tried beside the live one; nothing changes before it is applied. */
function Edit({ audience }: { audience: AudienceDetail }) {
  const { t } = useTranslation('audiences')
  const { t: common } = useTranslation()
  const navigate = useNavigate()
  const trial = useTry(audience.id)
  const [note, setNote] = useState('')
  const { editor, dispatch, condition, settled, preview, problems, waiting } = useBuilder(audience.condition, trial.error)
  const unchanged = JSON.stringify(condition) === JSON.stringify(audience.condition)
  const save = () => trial.mutate({ condition, note: note.trim() || undefined }, { onSuccess: ({ change }) => void navigate(audienceLink(audience.id, `?change=${encodeURIComponent(change)}`)) })
  return (
    <div className="columns">
      <div className="c8 stack">
        <Card title={t('who')}><ConditionBuilder editor={editor} dispatch={dispatch} problems={problems} /></Card>
        {trial.isError && <ProblemAlert error={trial.error} />}
        <Card>
          <label className="stack tight" htmlFor="change-note"><span>{t('note')}</span><Input id="change-note" value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} /></label>
          <div className="row" style={{ marginTop: 14 }}>
            <Button type="primary" disabled={unchanged} loading={trial.isPending} onClick={save}>{t('compare')}</Button>
            <LinkButton to={audienceLink(audience.id)}>{common('cancel')}</LinkButton>
            <span className="muted small">{t('compareHint')}</span>
          </div>
        </Card>
      </div>
      <div className="c4 beside"><PreviewPanel query={preview} condition={settled} waiting={waiting} /></div>
    </div>
  )
}
