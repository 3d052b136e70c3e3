import { memo, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { ClauseEditor } from '../clauses/clause-editor'
import { RawEditor } from '../clauses/raw'
import { changeOf } from '../language/diff'
import { recognise } from '../language/shape'
import { GROUP_TYPES, type GroupType, type Json } from '../language/types'
import type { Group, Leaf, Node } from '../language/tree'
import { Choice } from '../parts/choice'
import { ProblemsContext } from '../parts/clause-context'
import { useSentences } from '../use-sentences'
import { AddMenu } from './add-menu'
import { useBuilding } from './context'
import { NodeTools } from './node-tools'

const NONE: ReadonlyMap<string, string> = new Map()
const SAID = 90
const short = (text: string) => (text.length > SAID ? `${text.slice(0, SAID)}…` : text)

interface Props<N extends Node> {
  node: N
  sure?: boolean
}

export const NodeView = memo(function NodeView({ node, sure = false }: Props<Node>) {
  if (node.kind === 'group') return <GroupView node={node} sure={sure} />
  if (node.kind === 'surely') return <NodeView node={node.of} sure />
  return <Row node={node} sure={sure} />
})

function Messages({ id, problems }: { id: string; problems: ReadonlyMap<string, string> }) {
  if (problems.size === 0) return null
  return <ul id={id} className="row-problems">{[...problems].map(([at, message]) => <li key={at}>{message}</li>)}</ul>
}

function SureMark({ sure }: { sure: boolean }) {
  const { t } = useTranslation('audiences')
  return sure ? <span className="badge brand" title={t('surelyHint')}>{t('surely')}</span> : null
}

/** One clause: its editor, its tools, and what the server finds wrong with it. */
function Row({ node, sure = false }: Props<Leaf>) {
  const { t } = useTranslation('audiences')
  const { dispatch, problems } = useBuilding()
  const says = useSentences()
  const id = useId()
  const clause = recognise(node.json)
  const own = problems.get(node.id) ?? NONE
  const what = short(says.leaf(node.json))
  const set = (json: Json) => dispatch({ do: 'set', id: node.id, json, field: changeOf(node.json, json) })
  return (
    <div className={`clause ${own.size > 0 ? 'wrong' : ''}`} role="group" aria-label={what} aria-describedby={own.size > 0 ? id : undefined} data-node={node.id}>
      <ProblemsContext value={own}>
        <div className="clause-line" data-focus={`field-${node.id}`}>
          <span className="kind-name">{t(`clause.${clause?.type ?? 'unknown'}`)}</span>
          <SureMark sure={sure} />
          {clause ? <ClauseEditor value={clause} onChange={(next) => set(next as unknown as Json)} /> : <RawEditor json={node.json} onChange={set} />}
        </div>
      </ProblemsContext>
      <NodeTools id={node.id} what={what} sure={sure} />
      <Messages id={id} problems={own} />
    </div>
  )
}

/** A group inside another: how its parts are joined, the parts, and a way to add one. */
function GroupView({ node, sure = false }: Props<Group>) {
  const { t } = useTranslation('audiences')
  const { problems } = useBuilding()
  const id = useId()
  const own = problems.get(node.id) ?? NONE
  const what = t('groupOf', { join: t(`join.${node.type}`), count: node.of.length })
  return (
    <div className={`group ${node.type} ${own.size > 0 ? 'wrong' : ''}`} role="group" aria-label={what} aria-describedby={own.size > 0 ? id : undefined} data-node={node.id}>
      <div className="group-head">
        <SureMark sure={sure} />
        <JoinChoice node={node} />
        <NodeTools id={node.id} what={what} sure={sure} />
      </div>
      <Messages id={id} problems={own} />
      <Parts node={node} what={what} />
    </div>
  )
}

function JoinChoice({ node }: { node: Group }) {
  const { t } = useTranslation('audiences')
  const { dispatch } = useBuilding()
  return (
    <span data-focus={`field-${node.id}`}>
      <Choice label={t('joinLabel')} at="/type" value={node.type} options={GROUP_TYPES.map((type) => ({ value: type, label: t(`join.${type}`) }))} onChange={(type) => dispatch({ do: 'join', id: node.id, type: type as GroupType })} />
    </span>
  )
}

function Parts({ node, what }: { node: Group; what: string }) {
  const { t } = useTranslation('audiences')
  return (
    <>
      {node.of.length > 0 && (
        <ul className="parts">
          {node.of.map((child, i) => (
            <li key={child.kind === 'surely' ? child.of.id : child.id}>
              {i > 0 && <span className="joint" aria-hidden="true">{t(`joint.${node.type}`)}</span>}
              <NodeView node={child} />
            </li>
          ))}
        </ul>
      )}
      <AddMenu group={node.id} label={t('addTo', { what })} />
    </>
  )
}

export function RootView({ node }: { node: Group }) {
  const { t } = useTranslation('audiences')
  const { problems } = useBuilding()
  const id = useId()
  const own = problems.get(node.id) ?? NONE
  return (
    <div className={`root-group ${node.type}`} role="group" aria-label={t('root')} aria-describedby={own.size > 0 ? id : undefined} data-node={node.id}>
      <div className="group-head"><span>{t('rootLead')}</span><JoinChoice node={node} /></div>
      <Messages id={id} problems={own} />
      {node.of.length === 0 && <p className="muted">{t('rootEmpty')}</p>}
      <Parts node={node} what={t('root')} />
    </div>
  )
}
