import { useSyncExternalStore } from 'react'
import { changeLanguage, languages, type Language } from '@/lib/i18n/t'
import { applyScheme, lightOnPaper, type Scheme } from './theme'

export const themes = ['light', 'dark', 'system'] as const
export type ThemeChoice = (typeof themes)[number]

const LANGUAGE = 'gateway-console.language'
const THEME = 'gateway-console.theme'
const prefersDark = matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()

const stored = <T extends string>(key: string, allowed: readonly T[]): T | undefined =>
  allowed.find((value) => value === localStorage.getItem(key))

/** The language chosen before, else the browser's, else English. */
export const preferredLanguage = (): Language =>
  stored(LANGUAGE, languages) ??
  (navigator.languages.some((tag) => tag.startsWith('zh')) && !navigator.language.startsWith('en') ? 'zh' : 'en')

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(LANGUAGE, language)
  await changeLanguage(language)
}

let theme: ThemeChoice = stored(THEME, themes) ?? 'system'

const schemeNow = (): Scheme => (theme === 'system' ? (prefersDark.matches ? 'dark' : 'light') : theme)

function show() {
  applyScheme(schemeNow())
  for (const listener of listeners) listener()
}
prefersDark.addEventListener('change', show)

export function chooseTheme(choice: ThemeChoice): void {
  theme = choice
  localStorage.setItem(THEME, choice)
  show()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The theme as chosen, and the colour scheme that follows from it. */
export const useTheme = (): { choice: ThemeChoice; scheme: Scheme } => ({
  choice: useSyncExternalStore(subscribe, () => theme),
  scheme: useSyncExternalStore(subscribe, schemeNow),
})

/** Puts the colours on the page before anything is drawn. */
export function startTheme(): void {
  applyScheme(schemeNow())
  lightOnPaper()
}
