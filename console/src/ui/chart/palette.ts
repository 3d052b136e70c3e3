import { createContext, useContext } from 'react'

export interface Palette {
  ink: string
  ink2: string
  muted: string
  line: string
  surface: string
  brand: string
  accent: string
  bad: string
  series: string[]
}

export const PALETTES: Record<'light' | 'dark', Palette> = {
  light: {
    ink: '#10292c', ink2: '#3b5457', muted: '#566d70', line: '#dde6e5', surface: '#ffffff', brand: '#0b666a', accent: '#c47a2c', bad: '#b0372b',
    series: ['#0b666a', '#c47a2c', '#4a9d94', '#6f7f3f', '#8c5a73', '#3f6f9e', '#a8b7b5'],
  },
  dark: {
    ink: '#e6efee', ink2: '#bccccb', muted: '#93a9a9', line: '#213438', surface: '#111f22', brand: '#46aca5', accent: '#e5a45c', bad: '#f08f82',
    series: ['#46aca5', '#e5a45c', '#8edcd5', '#a9b86a', '#c98fac', '#7fadd8', '#5d7476'],
  },
}

export const PaletteContext = createContext<Palette>(PALETTES.light)
export const usePalette = () => useContext(PaletteContext)
