import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { useLast } from '@/lib/use-last'
import { Load } from '@/ui/load'
import { Money } from '@/ui/money'
import { When } from '@/ui/when'
import { useFact } from '../api'
import { useFactName } from './fact-row'

/** Why a fact stands on this timeline: where it came from, when it was learnt, and for which profile. */
export function FactDrawer({ id, onClose }: { id: string | null; onClose: () => void }) {
  const { t } = useTranslation('customer')
  const name = useFactName()
  const shown = useLast(id)
  const fact = useFact(shown)
  return (
    <Drawer open={id !== null} onClose={onClose} title={t('why.title')} size={460}>
      {shown && <Load query={fact}>
        {(data) => (
          <div className="stack">
            <dl className="pairs">
              <dt>{t('why.what')}</dt><dd className="strong">{name(data.kind)} {data.amount && <Money of={data.amount} />}</dd>
              <dt>{t('why.happened')}</dt><dd><When at={data.occurredAt} as="dateTime" /></dd>
              <dt>{t('why.learnt')}</dt><dd><When at={data.why?.recordedAt ?? data.recordedAt} as="dateTime" /></dd>
              <dt>{t('why.source')}</dt><dd>{data.why?.source ?? data.source}{data.historical && ` · ${t('timeline.historical')}`}</dd>
              {data.subject && <><dt>{t('why.subject')}</dt><dd>{data.subject}</dd></>}
              <dt>{t('why.profile')}</dt><dd><code>{data.why?.profile ?? data.profile}</code></dd>
              {data.why?.merged && <><dt>{t('why.merged')}</dt><dd>{t('why.mergedText')}</dd></>}
              {data.why?.key && <><dt>{t('why.key')}</dt><dd><code>{data.why.key}</code></dd></>}
            </dl>
            <div><h3>{t('why.attributes')}</h3><pre className="json">{JSON.stringify(data.attributes, null, 2)}</pre></div>
            {data.why?.intake !== undefined && data.why.intake !== null && <div><h3>{t('why.raw')}</h3><pre className="json">{typeof data.why.intake === 'string' ? data.why.intake : JSON.stringify(data.why.intake, null, 2)}</pre></div>}
          </div>
        )}
      </Load>}
    </Drawer>
  )
}
