import {
  AimOutlined, AppstoreOutlined, ClusterOutlined, ExperimentOutlined, FileAddOutlined, FunnelPlotOutlined, GoldOutlined, HomeOutlined, IdcardOutlined, InboxOutlined,
  LogoutOutlined, NodeIndexOutlined, PieChartOutlined, RiseOutlined, SettingOutlined, ShareAltOutlined, WalletOutlined, SmileOutlined, ShoppingCartOutlined, ShoppingOutlined, TableOutlined, TagsOutlined, TeamOutlined,
  UserSwitchOutlined, UsergroupAddOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import { ROUTES } from '@/lib/routes'

export interface Place {
  key: string
  to: string
  /** The part of the address that marks this place as the current one. */
  under: string
  icon: ReactNode
  /** One of these is enough to see the place. */
  permissions: string[]
}

export interface Room {
  key: 'know' | 'understand' | 'choose'
  places: Place[]
}

export const HOME: Place = { key: 'overview', to: ROUTES.overview, under: '/', icon: <HomeOutlined />, permissions: [] }
export const SETTINGS: Place = { key: 'settings', to: ROUTES.settings, under: '/settings', icon: <SettingOutlined />, permissions: [] }

const place = (key: keyof typeof ROUTES, icon: ReactNode, ...permissions: string[]): Place => ({ key, to: ROUTES[key], under: ROUTES[key], icon, permissions })

export const ROOMS: Room[] = [
  {
    key: 'know',
    places: [
      place('customers', <TeamOutlined />, 'CUSTOMERS_READ'),
      place('orders', <ShoppingOutlined />, 'ORDERS_READ'),
      place('imports', <FileAddOutlined />, 'IMPORTS_READ', 'IMPORTS_WRITE'),
      place('inbox', <InboxOutlined />, 'INBOX_READ'),
      place('catalogue', <AppstoreOutlined />, 'CATALOG_READ'),
    ],
  },
  {
    key: 'understand',
    places: [
      place('rfm', <FunnelPlotOutlined />, 'INSIGHTS_READ'),
      place('lifecycle', <NodeIndexOutlined />, 'INSIGHTS_READ'),
      place('pareto', <PieChartOutlined />, 'INSIGHTS_READ'),
      place('value', <GoldOutlined />, 'INSIGHTS_READ'),
      place('churn', <LogoutOutlined />, 'INSIGHTS_READ'),
      place('baskets', <ShoppingCartOutlined />, 'INSIGHTS_READ'),
      place('influence', <ShareAltOutlined />, 'INSIGHTS_READ'),
      place('wallet', <WalletOutlined />, 'INSIGHTS_READ'),
      place('satisfaction', <SmileOutlined />, 'INSIGHTS_READ'),
      place('growth', <RiseOutlined />, 'INSIGHTS_READ'),
      place('clusters', <ClusterOutlined />, 'INSIGHTS_READ'),
      place('models', <ExperimentOutlined />, 'INSIGHTS_READ'),
    ],
  },
  {
    key: 'choose',
    places: [
      place('audiences', <UsergroupAddOutlined />, 'AUDIENCES_READ'),
      place('tags', <TagsOutlined />, 'CUSTOMERS_READ'),
      place('portrait', <IdcardOutlined />, 'AUDIENCES_READ'),
      place('combinations', <TableOutlined />, 'AUDIENCES_READ'),
      place('lookAlikes', <UserSwitchOutlined />, 'AUDIENCES_READ'),
      place('choice', <AimOutlined />, 'AUDIENCES_READ'),
    ],
  },
]

export function isHere(place: Place, path: string): boolean {
  return place.under === '/' ? path === '/' : path === place.under || path.startsWith(`${place.under}/`)
}

export const allowed = (place: Place, permissions: string[]) =>
  place.permissions.length === 0 || place.permissions.some((each) => permissions.includes(each))
