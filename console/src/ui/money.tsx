import { useFormat } from '@/lib/format'
import type { Money as Amount } from '@/lib/types'

/** An amount in its own currency; the warm colour marks money everywhere in the console. */
export function Money({ of, plain, short }: { of: Amount | null | undefined; plain?: boolean; short?: boolean }) {
  const format = useFormat()
  if (!of) return <span className="muted">–</span>
  return <span className={plain ? 'num' : 'money'}>{short ? format.moneyShort(of) : format.money(of)}</span>
}
