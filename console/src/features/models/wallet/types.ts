import type { Bin, Detail } from '../types'

export interface WalletSettings {
  everybody: number | null
  byType: Record<string, number>
}

export interface WalletCell {
  shareFrom: number
  shareBelow: number | null
  ownFrom: number
  ownBelow: number | null
  customers: number
  headroom: number
  open: string
}

export interface Wallet {
  asOf: string
  run: Detail | null
  currency: string | null
  settings: WalletSettings
  customers: number
  open: string
  category: number
  own: number
  known: { method: string; customers: number; headroom: number; open: string }[]
  rooms: Bin[]
  map: WalletCell[]
}

export interface WalletGroup {
  in: string
  customers: number
  open: string
  known: number
  openKnown: string
  category: number
  own: number
}
