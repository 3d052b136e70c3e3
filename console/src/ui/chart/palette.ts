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
  /** From the first stage to the last: coming, growing, there, fading, gone. */
  stages: string[]
}

export const PALETTES: Record<'light' | 'dark', Palette> = {
  light: {
    ink: '#10292c', ink2: '#3b5457', muted: '#566d70', line: '#dde6e5', surface: '#ffffff', brand: '#0b666a', accent: '#c47a2c', bad: '#b0372b',
    stages: ['#9fc5c4', '#55979a', '#0b666a', '#c08a55', '#9ca9a9'],
  },
  dark: {
    ink: '#e6efee', ink2: '#bccccb', muted: '#93a9a9', line: '#213438', surface: '#111f22', brand: '#46aca5', accent: '#e5a45c', bad: '#f08f82',
    stages: ['#2f6d6c', '#489b97', '#5cc3bb', '#c99258', '#5f7375'],
  },
}

export const PaletteContext = createContext<Palette>(PALETTES.light)
export const usePalette = () => useContext(PaletteContext)
