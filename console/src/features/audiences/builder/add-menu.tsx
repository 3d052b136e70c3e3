import { PlusOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { useSession } from '@/lib/session'
import { MenuButton } from '@/ui/menu-button'
import { OFFERS, offered, type Offer } from '../clauses/new-clause'
import { useWords } from '../vocabulary'
import { useBuilding } from './context'

/** What can be added to a group, by what it asks about. */
export function AddMenu({ group, label }: { group: number; label: string }) {
  const { t } = useTranslation('audiences')
  const { dispatch } = useBuilding()
  const { workspace } = useSession()
  const words = useWords()
  const starts = { currency: workspace.currency, scheme: words.all.schemes[0]?.key ?? '', model: words.all.models[0]?.key ?? '' }
  const items = Object.entries(OFFERS).map(([heading, offers]) => ({
    type: 'group' as const, key: heading, label: t(`offerGroup.${heading}`), children: offers.map((offer) => ({ key: offer, label: t(`offer.${offer}`) })),
  }))
  return (
    <MenuButton size="small" type="dashed" icon={<PlusOutlined />} data-focus={`add-${group}`} aria-label={label} menuClass="add-menu" items={items} onPick={(key) => dispatch({ do: 'add', to: group, json: offered(key as Offer, starts) })}>
      {t('addCondition')}
    </MenuButton>
  )
}
