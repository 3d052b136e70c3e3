import { EllipsisOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { conditionLink } from '@/lib/condition-link'
import { useFormat } from '@/lib/format'
import { customersLink, ROUTES } from '@/lib/routes'
import { useCan } from '@/lib/session'
import { Card } from '@/ui/card'
import { Figure } from '@/ui/figure'
import { MenuButton } from '@/ui/menu-button'
import { ProblemAlert } from '@/ui/problem-alert'
import { useAllow, useArchive, type Category, type TagValue, type Use } from './api'
import { CategoryDialog } from './category-dialog'
import { ReplaceDialog } from './replace-dialog'
import { ValueDialog } from './value-dialog'

interface Props {
  category: Category
  depth: number
  all: Category[]
}

export function CategoryCard({ category, depth, all }: Props) {
  const { t } = useTranslation('tags')
  const may = useCan('ATTRIBUTES_WRITE')
  const [editing, setEditing] = useState(false)
  const [adding, setAdding] = useState(false)
  const bearers = conditionLink({ type: 'tag', category: category.name })
  return (
    <div style={{ marginInlineStart: `${Math.min(depth, 3) * 18}px` }} className={category.archived ? 'archived' : ''}>
      <Card
        title={<span className="row tight"><i className="colour" style={{ background: category.colour ?? 'var(--line-2)' }} aria-hidden="true" />{category.name}</span>}
        hint={category.description ?? undefined}
        extra={<>
          <Figure value={category.customers} open={bearers} label={t('bearersOf', { name: category.name })} />
          {may && <Button size="small" icon={<PlusOutlined />} onClick={() => setAdding(true)}>{t('addValue')}</Button>}
          {may && <Button size="small" onClick={() => setEditing(true)}>{t('edit')}<span className="hidden-visually"> {category.name}</span></Button>}
        </>}
      >
        <div className="row tight marks">
          <span className="badge outline">{t(category.oneOf ? 'oneOf' : 'manyOf')}</span>
          {category.strict && <span className="badge outline">{t('strict')}</span>}
          {category.archived && <span className="badge warn">{t('archived')}</span>}
          {category.uses.length > 0 && <UsedBy uses={category.uses} />}
        </div>
        {category.values.length === 0 && <p className="muted">{t('noValues')}</p>}
        <ul className="tag-values">{category.values.map((value) => <Value key={value.value} category={category} value={value} may={may} />)}</ul>
      </Card>
      {editing && <CategoryDialog category={category} all={all} onClose={() => setEditing(false)} />}
      {adding && <ValueDialog category={category} onClose={() => setAdding(false)} />}
    </div>
  )
}

function UsedBy({ uses }: { uses: Use[] }) {
  const { t } = useTranslation('tags')
  const seen = [...new Map(uses.map((use) => [`${use.kind} ${use.id}`, use])).values()]
  return (
    <span className="small muted">
      {t('usedBy')}{' '}
      {seen.slice(0, 4).map((use, i) => <span key={use.id}>{i > 0 && ', '}{use.kind === 'audience' ? <Link to={`${ROUTES.audiences}/${use.id}`}>{use.name}</Link> : t('aRule', { name: use.name })}</span>)}
      {seen.length > 4 && ` +${seen.length - 4}`}
    </span>
  )
}

function Value({ category, value, may }: { category: Category; value: TagValue; may: boolean }) {
  const { t } = useTranslation('tags')
  const format = useFormat()
  const allow = useAllow()
  const archive = useArchive()
  const [replacing, setReplacing] = useState(false)
  const pick = (key: string) => {
    if (key === 'replace') setReplacing(true)
    else if (key === 'archive') archive.mutate({ id: category.id, value: value.value })
    else allow.mutate({ id: category.id, value: value.value })
  }
  return (
    <li className={value.archived ? 'archived' : ''}>
      <span className="grow clip">{value.value}{value.archived && <span className="muted small"> · {t('archived')}</span>}</span>
      {value.automatic > 0 && <span className="muted small">{t('automatic', { count: value.automatic, shown: format.number(value.automatic) })}</span>}
      <Figure value={value.customers} open={value.customers > 0 ? customersLink({ tag: `${category.name}:${value.value}` }) : null} label={value.value} />
      {may && (
        <MenuButton
          type="text" size="small" icon={<EllipsisOutlined />} aria-label={t('actionsOf', { name: value.value })} onPick={pick}
          items={[{ key: 'replace', label: t('replace') }, value.archived ? { key: 'allow', label: t('bringBack') } : { key: 'archive', label: t('archive') }]}
        />
      )}
      {(allow.isError || archive.isError) && <ProblemAlert error={allow.error ?? archive.error} />}
      {replacing && <ReplaceDialog category={category} value={value.value} onClose={() => setReplacing(false)} />}
    </li>
  )
}
