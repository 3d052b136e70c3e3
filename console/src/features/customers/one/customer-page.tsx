import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { shortId, useFormat } from '@/lib/format'
import { ROUTES } from '@/lib/routes'
import { useUrlState } from '@/lib/url-state'
import { AsOfPicker } from '@/ui/as-of'
import { Load, Skeleton } from '@/ui/load'
import { RemovableChip } from '@/ui/removable-chip'
import { useCustomer } from '../api'
import type { Customer } from '../types'
import { AttributesCard } from './attributes-card'
import { ConsentsCard } from './consents-card'
import { ContactsCard } from './contacts-card'
import { IdentitiesCard } from './identities-card'
import { MergesCard } from './merges-card'
import { OrdersCard } from './orders-card'
import { PersonHeader } from './person-header'
import { PortraitCard } from './portrait-card'
import { RevealContext, RevealDialog, type Revealed } from './reveal'
import { ScoreCard } from './score-card'
import { TagsCard } from './tags-card'
import { TimelineCard } from './timeline-card'
import { ValueTiles } from './value-tiles'
import '../customers.css'

const SHAPE = { asOf: '' }

export default function CustomerPage() {
  const { id = '' } = useParams()
  const { t } = useTranslation('customer')
  const [state, change] = useUrlState(SHAPE)
  const customer = useCustomer(id, state.asOf)
  return (
    <>
      <div className="row spread crumb-line">
        <Link to={ROUTES.customers} className="small">← {t('all')}</Link>
        <AsOfPicker value={state.asOf} onChange={(asOf) => change({ asOf })} />
      </div>
      <Load query={customer} skeleton={<div className="stack"><Skeleton height={72} /><Skeleton height={96} /><Skeleton height={420} /></div>}>
        {(data) => <Loaded key={data.id} customer={data} asOf={state.asOf} onNow={() => change({ asOf: '' })} />}
      </Load>
    </>
  )
}

function Loaded({ customer, asOf, onNow }: { customer: Customer; asOf: string; onNow: () => void }) {
  const { t } = useTranslation('customer')
  const { t: common } = useTranslation()
  const format = useFormat()
  const [revealed, setRevealed] = useState<Revealed>({})
  const [asked, setAsked] = useState<string[] | null>(null)
  return (
    <RevealContext value={{ values: revealed, ask: setAsked }}>
      {customer.redirectedFrom && <p className="badge warn notice">{t('redirected', { id: shortId(customer.redirectedFrom) })}</p>}
      {asOf && <div className="filters"><RemovableChip text={common('asOf.banner', { date: format.moment(asOf) })} onRemove={onNow} /></div>}
      <PersonHeader customer={customer} />
      <ValueTiles customer={customer} asOf={asOf} />
      <PortraitCard customer={customer} asOf={asOf} />
      <div className="split">
        <TimelineCard customer={customer} asOf={asOf} />
        <div className="stack split-side">
          <ScoreCard customer={customer.id} asOf={asOf} />
          <TagsCard customer={customer} />
          <IdentitiesCard customer={customer} />
          <AttributesCard customer={customer} />
          <ConsentsCard id={customer.id} asOf={asOf} />
          <ContactsCard customer={customer} />
          <OrdersCard customer={customer} />
          <MergesCard customer={customer} />
        </div>
      </div>
      {asked && (
        <RevealDialog
          id={customer.id} fields={asked} onClose={() => setAsked(null)}
          onRevealed={(values) => setRevealed((before) => ({ ...before, ...values }))}
        />
      )}
    </RevealContext>
  )
}
