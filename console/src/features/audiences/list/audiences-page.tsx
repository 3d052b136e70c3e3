import { BlockOutlined, PlusOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '@/lib/format'
import { ROUTES } from '@/lib/routes'
import { useCan } from '@/lib/session'
import { useUrlState } from '@/lib/url-state'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { Figure } from '@/ui/figure'
import { LinkButton } from '@/ui/link-button'
import { PageHeader } from '@/ui/page-header'
import { PagedTable } from '@/ui/paged-table'
import { SearchBox } from '@/ui/search-box'
import { When } from '@/ui/when'
import { useAudiences } from '../api'
import { audienceLink, membersLink, movedLink } from '../links'
import { StateBadge } from '../state-badge'
import type { Audience } from '../types'
import { Shelf } from './shelf'
import '../audiences.css'

const SHAPE = { q: '', folder: '', owner: '', state: '' }

function useColumns(): Column<Audience>[] {
  const { t } = useTranslation('audiences')
  const format = useFormat()
  const week = (one: Audience) => (
    <span className="row tight week">
      <Figure value={`+${format.number(one.enteredWeek)}`} open={one.enteredWeek > 0 ? movedLink(one.id, 'audience.entered') : null} label={t('entered')} />
      <Figure value={`−${format.number(one.leftWeek)}`} open={one.leftWeek > 0 ? movedLink(one.id, 'audience.left') : null} label={t('left')} />
    </span>
  )
  return [
    { key: 'name', title: t('column.name'), card: 'lead', render: (one) => <span className="named"><Link className="main-link" to={audienceLink(one.id)}>{one.name}</Link>{one.description && <span className="muted small clip">{one.description}</span>}</span> },
    { key: 'folder', title: t('column.folder'), render: (one) => one.folder ?? <span className="muted">–</span> },
    { key: 'owner', title: t('column.owner'), card: 'none', render: (one) => one.owner ?? <span className="muted">–</span> },
    { key: 'size', title: t('column.size'), end: true, render: (one) => <Figure value={one.size} open={membersLink(one.id)} label={one.name} /> },
    { key: 'week', title: t('column.week'), end: true, render: week },
    { key: 'state', title: t('column.state'), render: (one) => <StateBadge of={one} /> },
    { key: 'updated', title: t('column.updated'), end: true, render: (one) => <When at={one.updatedAt} /> },
  ]
}

export default function AudiencesPage() {
  const { t } = useTranslation('audiences')
  const { t: common } = useTranslation()
  const [state, change] = useUrlState(SHAPE)
  const audiences = useAudiences(state)
  const filtered = Boolean(state.q || state.folder || state.owner || state.state)
  const columns = useColumns()
  const may = useCan('AUDIENCES_WRITE')
  const make = may && <LinkButton type="primary" icon={<PlusOutlined />} to={ROUTES.newAudience}>{t('new')}</LinkButton>
  const list = may && <LinkButton to={`${ROUTES.newAudience}?kind=static`}>{t('newList')}</LinkButton>
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={<><LinkButton icon={<BlockOutlined />} to={ROUTES.audienceSets}>{t('sets')}</LinkButton>{list}{make}</>} />
      <div className="filters" role="group" aria-label={t('filters')}>
        <SearchBox value={state.q} onChange={(q) => change({ q }, true)} label={t('search')} />
        <Shelf state={state} onChange={change} />
      </div>
      <div className="card flush">
        <PagedTable
          label={t('title')} query={audiences} columns={columns} rowKey={(one) => one.id} opens
          empty={filtered
            ? <EmptyState title={t('nothing')} actions={<LinkButton to={ROUTES.audiences}>{common('clear')}</LinkButton>}>{t('nothingHint')}</EmptyState>
            : <EmptyState title={t('empty')} actions={<>{make}{list}</>}>{t('emptyHint')}</EmptyState>}
        />
      </div>
    </>
  )
}
