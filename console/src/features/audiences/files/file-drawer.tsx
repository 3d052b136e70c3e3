import { Drawer, Steps } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { audienceLink } from '../links'
import type { Fill, Look, Verb } from './api'
import { PickStep } from './pick-step'
import { ResultStep } from './result-step'
import { TryStep } from './try-step'

interface Props {
  open: boolean
  onClose: () => void
  /** The list to fill; without one, it is made when the file is read for good. */
  list?: string
  make?: () => Promise<string>
  verb?: Verb
  /** A paste that is too long to be sent as one. */
  file?: File | null
}

/** A list from a file in three steps: the file, a try that changes nothing, the reading itself. */
export function FileDrawer({ open, onClose, list, make, verb = 'add', file = null }: Props) {
  const { t } = useTranslation('lists')
  const navigate = useNavigate()
  const [look, setLook] = useState<Look | null>(null)
  const [fill, setFill] = useState<Fill | null>(null)
  const close = () => {
    onClose()
    if (fill && fill.audience && !list) void navigate(audienceLink(fill.audience))
  }
  return (
    <Drawer open={open} onClose={close} size={640} title={t(`title.${verb}`)} destroyOnHidden afterOpenChange={(now) => { if (!now) { setLook(null); setFill(null) } }}>
      <div className="stack">
        <Steps size="small" responsive={false} current={fill ? 2 : look ? 1 : 0} items={['file', 'try', 'result'].map((key) => ({ title: t(`step.${key}`) }))} />
        <Moved to={fill ? 'result' : look ? 'try' : 'file'}>
          {fill ? <ResultStep fill={fill} onClose={close} /> : look ? <TryStep look={look} verb={verb} list={list} make={make} onBack={() => setLook(null)} onStarted={setFill} /> : <PickStep file={file} onLooked={setLook} />}
        </Moved>
      </div>
    </Drawer>
  )
}

/** Takes the keyboard to the beginning of the next step. */
function Moved({ to, children }: { to: string; children: React.ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  const first = useRef(to)
  useEffect(() => {
    if (first.current === to) return
    first.current = to
    place.current?.focus()
  }, [to])
  return <div ref={place} tabIndex={-1} style={{ outline: 'none' }}>{children}</div>
}
