import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '@/lib/session'
import { EmptyState } from '@/ui/empty-state'
import { Load, Skeleton } from '@/ui/load'
import { PageHeader } from '@/ui/page-header'
import { useCategories, type Category } from './api'
import { CategoryCard } from './category-card'
import { CategoryDialog } from './category-dialog'
import { RulesCard } from './rules-card'
import './tags.css'

/** Categories under their parents, each with how deep it lies. */
function inOrder(all: Category[]): { category: Category; depth: number }[] {
  const under = (parent: string | null, depth: number): { category: Category; depth: number }[] =>
    all.filter((one) => (one.parent ?? null) === parent).flatMap((category) => [{ category, depth }, ...under(category.id, depth + 1)])
  return under(null, 0)
}

export default function TagsPage() {
  const { t } = useTranslation('tags')
  const categories = useCategories()
  const may = useCan('ATTRIBUTES_WRITE')
  const [making, setMaking] = useState(false)
  const make = may && <Button type="primary" icon={<PlusOutlined />} onClick={() => setMaking(true)}>{t('newCategory')}</Button>
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={make} />
      <Load query={categories} skeleton={<Skeleton height={320} />}>
        {(all) => (
          <div className="stack">
            <RulesCard categories={all} />
            {all.length === 0
              ? <div className="card"><EmptyState title={t('empty')} actions={make}>{t('emptyHint')}</EmptyState></div>
              : <div className="tag-tree">{inOrder(all).map(({ category, depth }) => <CategoryCard key={category.id} category={category} depth={depth} all={all} />)}</div>}
          </div>
        )}
      </Load>
      {making && <CategoryDialog all={categories.data ?? []} onClose={() => setMaking(false)} />}
    </>
  )
}
