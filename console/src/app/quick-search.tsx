import { SearchOutlined } from '@ant-design/icons'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { customersLink } from '@/lib/routes'

/** From anywhere to a customer: name, phone in any format, e-mail or order number. */
export function QuickSearch() {
  const { t } = useTranslation('shell')
  const [text, setText] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const navigate = useNavigate()
  useEffect(() => {
    const jump = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)
      if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey) {
        event.preventDefault()
        field.current?.focus()
      }
    }
    window.addEventListener('keydown', jump)
    return () => window.removeEventListener('keydown', jump)
  }, [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!text.trim()) return
    void navigate(customersLink({ q: text.trim() }))
    setText('')
    field.current?.blur()
  }
  return (
    <form className="quick" role="search" onSubmit={submit}>
      <SearchOutlined aria-hidden="true" />
      <input ref={field} type="search" value={text} onChange={(event) => setText(event.target.value)} aria-label={t('search.label')} placeholder={t('search.placeholder')} />
      <kbd aria-hidden="true">/</kbd>
    </form>
  )
}
