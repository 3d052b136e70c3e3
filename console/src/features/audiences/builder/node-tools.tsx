import { ArrowDownOutlined, ArrowUpOutlined, CopyOutlined, DeleteOutlined, ExportOutlined, GroupOutlined, SafetyOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Action } from '../language/editor'
import { useBuilding } from './context'

interface Props {
  id: number
  /** What the tools act on, in words. */
  what: string
  sure: boolean
}

interface Tool {
  key: string
  icon: ReactNode
  action: Action
  pressed?: boolean
}

/** One stop for the keyboard; the arrows go from tool to tool. */
export function NodeTools({ id, what, sure }: Props) {
  const { t } = useTranslation('audiences')
  const { dispatch } = useBuilding()
  const [current, setCurrent] = useState(0)
  const bar = useRef<HTMLDivElement>(null)
  const tools: Tool[] = [
    { key: 'up', icon: <ArrowUpOutlined />, action: { do: 'move', id, by: -1 } },
    { key: 'down', icon: <ArrowDownOutlined />, action: { do: 'move', id, by: 1 } },
    { key: 'nest', icon: <GroupOutlined />, action: { do: 'nest', id } },
    { key: 'lift', icon: <ExportOutlined />, action: { do: 'lift', id } },
    { key: 'copy', icon: <CopyOutlined />, action: { do: 'copy', id } },
    { key: 'surely', icon: <SafetyOutlined />, action: { do: 'surely', id }, pressed: sure },
    { key: 'remove', icon: <DeleteOutlined />, action: { do: 'remove', id } },
  ]
  const go = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (by === 0 || event.altKey) return
    event.preventDefault()
    const next = (current + by + tools.length) % tools.length
    setCurrent(next)
    bar.current?.querySelectorAll('button')[next]?.focus()
  }
  return (
    <div ref={bar} className="node-tools" role="toolbar" aria-label={t('toolsOf', { what })} onKeyDown={go}>
      {tools.map(({ key, icon, action, pressed }, i) => (
        <Button
          key={key} size="small" type="text" icon={icon} tabIndex={i === current ? 0 : -1} title={t(`tool.${key}`)} aria-label={`${t(`tool.${key}`)}: ${what}`} aria-pressed={pressed} className={pressed ? 'pressed' : ''}
          data-focus={i === current ? `tools-${id}` : undefined} onFocus={() => setCurrent(i)} onClick={() => dispatch(action)}
        />
      ))}
    </div>
  )
}
