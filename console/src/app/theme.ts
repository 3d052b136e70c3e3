import { theme, type ThemeConfig } from 'antd'

const FONT = "'Hanken Grotesk Variable', 'Segoe UI', 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', system-ui, sans-serif"

const shared = { fontFamily: FONT, fontSize: 14, borderRadius: 8, controlHeight: 36, wireframe: false, motionDurationMid: '0.16s' }

/** The same palette as styles/tokens.css, told to antd. */
export function antdTheme(dark: boolean, still: boolean): ThemeConfig {
  const token = dark
    ? {
        colorPrimary: '#5cc3bb', colorInfo: '#5cc3bb', colorLink: '#5cc3bb', colorTextLightSolid: '#06282a',
        colorBgBase: '#111f22', colorBgContainer: '#111f22', colorBgElevated: '#17282b', colorBgLayout: '#0b1517',
        colorText: '#e6efee', colorTextSecondary: '#bccccb', colorTextTertiary: '#93a9a9', colorTextDescription: '#93a9a9',
        colorTextPlaceholder: '#8fa5a5', colorBorder: '#31484c', colorBorderSecondary: '#213438',
        colorError: '#f08f82', colorSuccess: '#6bc795', colorWarning: '#e2b550',
      }
    : {
        colorPrimary: '#0b666a', colorInfo: '#0b666a', colorLink: '#0b666a',
        colorBgLayout: '#f3f6f5', colorText: '#10292c', colorTextSecondary: '#3b5457', colorTextTertiary: '#566d70',
        colorTextDescription: '#566d70', colorTextPlaceholder: '#566d70', colorBorder: '#c6d3d2', colorBorderSecondary: '#dde6e5',
        colorError: '#b0372b', colorSuccess: '#1b6e45', colorWarning: '#8a5b00',
      }
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: { ...shared, motion: !still, ...token },
    components: {
      Button: { fontWeight: 550, primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Segmented: { trackBg: dark ? '#0e1a1d' : '#e6eeed', itemSelectedBg: dark ? '#24393d' : '#ffffff', itemColor: dark ? '#bccccb' : '#3b5457' },
      Tabs: { horizontalMargin: '0 0 16px 0' },
      Modal: { titleFontSize: 17 },
      Drawer: { paddingLG: 20 },
      Form: { verticalLabelPadding: '0 0 4px', itemMarginBottom: 16 },
    },
  }
}
