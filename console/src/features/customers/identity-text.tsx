import { CreditCardOutlined, IdcardOutlined, MailOutlined, MobileOutlined, PhoneOutlined, WechatOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { MaskedIdentity } from '@/lib/types'

const ICONS: Record<string, ReactNode> = {
  email: <MailOutlined />, phone: <PhoneOutlined />, device: <MobileOutlined />, card: <CreditCardOutlined />, membership_card: <CreditCardOutlined />,
}

export function identityIcon(type: string): ReactNode {
  return ICONS[type] ?? (/wechat|wecom|openid|unionid/.test(type) ? <WechatOutlined /> : <IdcardOutlined />)
}

export function IdentityText({ of }: { of: MaskedIdentity | undefined }) {
  if (!of) return null
  return <span className="muted small num"><span aria-hidden="true">{identityIcon(of.type)}</span> {of.masked}</span>
}
