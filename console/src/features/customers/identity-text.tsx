import { CreditCardOutlined, IdcardOutlined, MailOutlined, MobileOutlined, PhoneOutlined, WechatOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { MaskedIdentity } from './types'

const ICONS: Record<string, ReactNode> = {
  email: <MailOutlined />, phone: <PhoneOutlined />, device: <MobileOutlined />, card: <CreditCardOutlined />, membership_card: <CreditCardOutlined />,
}

export function identityIcon(type: string): ReactNode {
  return ICONS[type] ?? (/wechat|wecom|openid|unionid/.test(type) ? <WechatOutlined /> : <IdcardOutlined />)
}

const RANK = ['phone', 'email', 'external', 'external_id', 'userId']
const rank = (type: string) => (RANK.indexOf(type) + 1 || RANK.length + 1)

/** The identity that a person would recognise first. */
export function foremost(identities: MaskedIdentity[]): MaskedIdentity | undefined {
  return [...identities].sort((a, b) => rank(a.type) - rank(b.type))[0]
}

export function IdentityText({ of }: { of: MaskedIdentity | undefined }) {
  if (!of) return null
  return <span className="muted small num"><span aria-hidden="true">{identityIcon(of.type)}</span> {of.masked}</span>
}
