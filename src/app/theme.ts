import { theme, type ThemeConfig } from 'antd'

/** The only colours in the repository. Names say what a colour is for; both palettes meet WCAG AA on their surfaces. */
const light = {
  background: '#f4f6f8',
  surface: '#ffffff',
  sunken: '#f8fafb',
  border: '#dde3e8',
  'border-strong': '#7f8c98',
  text: '#16202a',
  'text-2': '#51606d',
  accent: '#0b6b5d',
  'accent-solid': '#0b6b5d',
  'accent-soft': '#e2f1ee',
  success: '#17733a',
  'success-soft': '#e5f4ea',
  warning: '#875300',
  'warning-soft': '#fff3da',
  error: '#b3261e',
  'error-soft': '#fdeceb',
  info: '#1b5ea6',
  'info-soft': '#e6f0fa',
  violet: '#8a3f9c',
  olive: '#4a6b12',
  pink: '#a8326b',
  indigo: '#4f52b8',
  'on-accent': '#ffffff',
  'on-error': '#ffffff',
  hit: '#ffe08a',
  'hit-now': '#ffb545',
  'on-hit': '#16202a',
  shadow: 'rgb(16 32 42 / 8%)',
  'series-1': '#0b6b5d',
  'series-2': '#b0480a',
  'series-3': '#1b5ea6',
  'series-4': '#8a2a7d',
  'series-5': '#66720a',
  'series-6': '#c02352',
  'series-7': '#4a4fc4',
  'series-8': '#7a4a1e',
}
type Palette = Record<keyof typeof light, string>

const dark: Palette = {
  background: '#0e1418',
  surface: '#161f26',
  sunken: '#121a20',
  border: '#2b3741',
  'border-strong': '#71808d',
  text: '#e7eef3',
  'text-2': '#a4b2bd',
  accent: '#53c7b1',
  'accent-solid': '#0f7d6b',
  'accent-soft': '#12302c',
  success: '#5cca80',
  'success-soft': '#12301d',
  warning: '#e3ae45',
  'warning-soft': '#33270e',
  error: '#ff8f85',
  'error-soft': '#3a1b19',
  info: '#7fb8f2',
  'info-soft': '#13283d',
  violet: '#d49be4',
  olive: '#a3cc5c',
  pink: '#f592bd',
  indigo: '#a9abf5',
  'on-accent': '#ffffff',
  'on-error': '#1d0b09',
  hit: '#c9a227',
  'hit-now': '#ffb545',
  'on-hit': '#0e1418',
  shadow: 'rgb(0 0 0 / 40%)',
  'series-1': '#53c7b1',
  'series-2': '#f0a35e',
  'series-3': '#6fb1ff',
  'series-4': '#df8fe0',
  'series-5': '#c3cf52',
  'series-6': '#ff8fa3',
  'series-7': '#a9a7ff',
  'series-8': '#d8b08c',
}

export type Scheme = 'light' | 'dark'
const palettes: Record<Scheme, Palette> = { light, dark }
const FONT =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif"

/** Puts a palette on the page, as `--c-…` variables for our own styles. */
export function applyScheme(scheme: Scheme): void {
  const root = document.documentElement
  for (const [name, value] of Object.entries(palettes[scheme])) root.style.setProperty(`--c-${name}`, value)
  root.style.colorScheme = scheme
  root.dataset['theme'] = scheme
}

/** Paper is white, whatever the screen is: what is printed has the light palette. */
export function lightOnPaper(): void {
  const colours = Object.entries(light).map(([name, value]) => `--c-${name}:${value}!important`)
  const style = document.createElement('style')
  style.media = 'print'
  style.textContent = `:root{color-scheme:light!important;${colours.join(';')}}`
  document.head.append(style)
}

/** The same palette for antd's components. */
export function antdTheme(scheme: Scheme): ThemeConfig {
  const c = palettes[scheme]
  return {
    algorithm: scheme === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: c['accent-solid'],
      colorLink: c.accent,
      colorInfo: c.info,
      colorSuccess: c.success,
      colorWarning: c.warning,
      colorError: c.error,
      colorInfoBg: c['info-soft'],
      colorInfoBorder: c.info,
      colorSuccessBg: c['success-soft'],
      colorSuccessBorder: c.success,
      colorWarningBg: c['warning-soft'],
      colorWarningBorder: c.warning,
      colorErrorBg: c['error-soft'],
      colorErrorBorder: c.error,
      colorTextBase: c.text,
      colorText: c.text,
      colorTextSecondary: c['text-2'],
      colorTextDescription: c['text-2'],
      colorTextPlaceholder: c['text-2'],
      colorTextDisabled: c['text-2'],
      colorBgBase: c.surface,
      colorBgContainer: c.surface,
      colorBgElevated: c.surface,
      colorBgLayout: c.background,
      colorBorder: c['border-strong'],
      colorBorderSecondary: c.border,
      borderRadius: 8,
      fontFamily: FONT,
      fontSize: 14,
      controlHeight: 36,
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        fontWeight: 500,
        dangerColor: c['on-error'],
      },
      Modal: { titleFontSize: 18 },
    },
  }
}
