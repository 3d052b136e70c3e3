import { App, Button, Drawer, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { Load } from '@/ui/load'
import { ProblemAlert } from '@/ui/problem-alert'
import { useQuestions, useSaveMeanings } from './api'
import { ROLES, type Asked, type Meaning, type Role } from './types'

const key = (asked: Asked) => `${asked.survey}\n${asked.question}`
const RATED: Role[] = ['importance', 'expected', 'perceived']

/** Says of each question what its answers tell. */
export function MeaningsDrawer({ asOf, onClose }: { asOf: string; onClose: () => void }) {
  const { t } = useTranslation('satisfaction')
  const questions = useQuestions(asOf)
  return (
    <Drawer open onClose={onClose} title={t('editor.title')} size={640} styles={{ body: { paddingTop: 12 } }}>
      <p className="muted">{t('editor.hint')}</p>
      <Load query={questions}>{(data) => (data.items.length === 0 ? <p>{t('editor.noQuestions')}</p> : <Editor asked={data.items} onClose={onClose} />)}</Load>
    </Drawer>
  )
}

function Editor({ asked, onClose }: { asked: Asked[]; onClose: () => void }) {
  const { t: common } = useTranslation()
  const { message } = App.useApp()
  const save = useSaveMeanings()
  const [own, setOwn] = useState<Record<string, Meaning | null>>(() => Object.fromEntries(asked.filter((each) => !each.said).map((each) => [key(each), each.meaning])))
  const submit = () => save.mutate(asked.flatMap((each) => {
    const meaning = own[key(each)]
    return meaning ? [{ survey: each.survey, question: each.question, meaning }] : []
  }), {
    onSuccess: () => {
      void message.success(common('saved'))
      onClose()
    },
  })
  return (
    <div className="stack">
      {save.isError && <ProblemAlert error={save.error} />}
      <ul className="meanings">{asked.map((each) => <Question key={key(each)} asked={each} meaning={own[key(each)] ?? null} onChange={(meaning) => setOwn({ ...own, [key(each)]: meaning })} />)}</ul>
      <div className="row"><Button type="primary" loading={save.isPending} onClick={submit}>{common('save')}</Button><Button onClick={onClose}>{common('cancel')}</Button></div>
    </div>
  )
}

function Question({ asked, meaning, onChange }: { asked: Asked; meaning: Meaning | null; onChange: (meaning: Meaning | null) => void }) {
  const { t } = useTranslation('satisfaction')
  const format = useFormat()
  const said = meaning === null && asked.said ? asked.meaning : null
  const name = `${asked.survey}: ${asked.question}`
  return (
    <li>
      <span className="strong">{name}</span>
      <span className="muted small">{t('editor.answers')}: {format.number(asked.answers)}{said && ` · ${t('editor.said')}: ${[t(`role.${said.role}`), said.about, said.brand].filter(Boolean).join(', ')}`}</span>
      <span className="row tight">
        <Select<Role | ''>
          size="small" aria-label={`${t('editor.role')}: ${name}`} style={{ minWidth: 200 }} value={meaning?.role ?? ''}
          onChange={(role) => onChange(role === '' ? null : { role, about: meaning?.about ?? null, brand: meaning?.brand ?? null })}
          options={[{ value: '', label: said ? t('editor.asSaid') : t('editor.none') }, ...ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))]}
        />
        {meaning && RATED.includes(meaning.role) && <Input size="small" aria-label={`${t('editor.about')}: ${name}`} placeholder={t('editor.about')} value={meaning.about ?? ''} onChange={(event) => onChange({ ...meaning, about: event.target.value || null })} />}
        {meaning?.role === 'perceived' && <Input size="small" aria-label={`${t('editor.brand')}: ${name}`} placeholder={t('editor.brand')} value={meaning.brand ?? ''} onChange={(event) => onChange({ ...meaning, brand: event.target.value || null })} />}
      </span>
    </li>
  )
}
