import { App, Button, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { ROUTES } from '@/lib/routes'
import { useUrlState } from '@/lib/url-state'
import { Card } from '@/ui/card'
import { PageHeader } from '@/ui/page-header'
import { ProblemAlert } from '@/ui/problem-alert'
import { useCreate } from '../api'
import type { Json } from '../language/types'
import { audienceLink } from '../links'
import { VocabularyProvider } from '../vocabulary'
import { ConditionBuilder } from './condition-builder'
import { DraftOffer, useDraft } from './draft'
import { ListForm } from './list-form'
import { NameFields, named, type Naming, type NamingProps } from './name-fields'
import { PreviewPanel } from './preview-panel'
import { useBuilder } from './use-builder'
import '../audiences.css'

const SHAPE = { kind: 'dynamic' }
const EVERYBODY: Json = { type: 'all', of: [] }
const UNNAMED: Naming = { name: '', description: '', folder: '' }

export default function NewAudiencePage() {
  const { t } = useTranslation('audiences')
  const [state, change] = useUrlState(SHAPE)
  const [naming, setNaming] = useState(UNNAMED)
  return (
    <VocabularyProvider>
      <PageHeader
        title={t('new')} lead={t(state.kind === 'static' ? 'newListLead' : 'newLead')} crumb={<Link to={ROUTES.audiences}>{t('title')}</Link>}
        actions={<Segmented aria-label={t('kindLabel')} value={state.kind} onChange={(kind) => change({ kind })} options={['dynamic', 'static'].map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))} />}
      />
      {state.kind === 'static' ? <ListForm naming={naming} onNaming={setNaming} /> : <Dynamic naming={naming} onNaming={setNaming} />}
    </VocabularyProvider>
  )
}

function Dynamic({ naming, onNaming }: NamingProps) {
  const { t } = useTranslation('audiences')
  const { t: common } = useTranslation()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const create = useCreate()
  const { editor, dispatch, condition, settled, preview, problems, waiting } = useBuilder(EVERYBODY, create.error)
  const draft = useDraft('new', naming, condition, EVERYBODY)
  const restore = () => {
    if (!draft.found) return
    onNaming(draft.found.naming)
    dispatch({ do: 'load', json: draft.found.condition })
    draft.taken()
  }
  const save = () => create.mutate({ ...named(naming), kind: 'dynamic', condition }, {
    onSuccess: ({ id }) => {
      draft.drop()
      void message.success(common('saved'))
      void navigate(audienceLink(id))
    },
  })
  return (
    <div className="columns">
      <div className="c8 stack">
        {draft.found && <DraftOffer at={draft.found.at} onTake={restore} onDrop={draft.drop} />}
        <Card><NameFields value={naming} onChange={onNaming} error={create.error} /></Card>
        <Card title={t('who')}><ConditionBuilder editor={editor} dispatch={dispatch} problems={problems} /></Card>
        {create.isError && <ProblemAlert error={create.error} />}
        <div className="row"><Button type="primary" disabled={naming.name.trim() === ''} loading={create.isPending} onClick={save}>{t('create')}</Button>{naming.name.trim() === '' && <span className="muted small">{t('nameFirst')}</span>}</div>
      </div>
      <div className="c4 beside"><PreviewPanel query={preview} condition={settled} waiting={waiting} /></div>
    </div>
  )
}
