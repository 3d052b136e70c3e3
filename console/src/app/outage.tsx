import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem } from '@/lib/problem'

const PAUSE = 2000

/** Notices that the server is away, says so once, and brings every screen back when it returns. */
export function Outage() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [away, setAway] = useState(false)

  useEffect(() => client.getQueryCache().subscribe((event) => {
    const error = event.query.state.fetchFailureReason ?? event.query.state.error
    if (isProblem(error) && error.outage) setAway(true)
  }), [client])

  useEffect(() => {
    if (!away) return
    const timer = setInterval(() => {
      void fetch('/health/ready').then((response) => {
        if (!response.ok) return
        setAway(false)
        void client.refetchQueries({ predicate: (query) => query.state.status === 'error' || query.isActive() })
      }, () => undefined)
    }, PAUSE)
    return () => clearInterval(timer)
  }, [away, client])

  if (!away) return null
  return <p className="outage" role="status"><span className="dot" aria-hidden="true" />{t('problem.reconnecting')}</p>
}
