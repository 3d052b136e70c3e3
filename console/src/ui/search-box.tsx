import { SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useEffect, useRef, useState } from 'react'

interface Props {
  value: string
  onChange: (value: string) => void
  label: string
  placeholder?: string
}

const PAUSE = 300

/** A search field that waits for a pause in typing before it asks the server. */
export function SearchBox({ value, onChange, label, placeholder }: Props) {
  const [text, setText] = useState(value)
  const [given, setGiven] = useState(value)
  const timer = useRef<number | undefined>(undefined)
  if (given !== value) {
    setGiven(value)
    setText(value)
  }
  useEffect(() => () => window.clearTimeout(timer.current), [])
  const tell = (next: string) => {
    window.clearTimeout(timer.current)
    onChange(next.trim())
  }
  return (
    <Input
      className="grow" type="search" allowClear value={text} aria-label={label} placeholder={placeholder ?? label}
      prefix={<SearchOutlined aria-hidden="true" />}
      onChange={(event) => {
        const next = event.target.value
        setText(next)
        window.clearTimeout(timer.current)
        timer.current = window.setTimeout(() => tell(next), PAUSE)
      }}
      onPressEnter={() => tell(text)}
    />
  )
}
