import i18next from 'i18next'
import { useSyncExternalStore } from 'react'
import type { detailsEn } from './areas/details.en'
import type { dialogsEn } from './areas/dialogs.en'
import type { optionsEn } from './areas/options.en'
import type { monitoringEn } from './areas/monitoring.en'
import type { logsEn } from './areas/logs.en'
import type { projectsEn } from './areas/projects.en'
import type { signInEn } from './areas/sign-in.en'
import type { en } from './en'

/** Languages of the console, by their BCP 47 tags. */
export const languages = ['en', 'zh'] as const
export type Language = (typeof languages)[number]

type Texts = typeof en &
  typeof detailsEn &
  typeof dialogsEn &
  typeof monitoringEn &
  typeof logsEn &
  typeof optionsEn &
  typeof projectsEn &
  typeof signInEn
type PluralSuffix = '_one' | '_other'
type Base<K> = K extends `${infer Stem}${PluralSuffix}` ? Stem : K
/** Every text there is; plural forms go by their stem. */
export type TextKey = Base<keyof Texts>

type TextOf<K extends TextKey> = K extends keyof Texts
  ? Texts[K]
  : `${K}_other` extends keyof Texts
    ? Texts[`${K}_other`]
    : never
type Names<S> = S extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Names<Rest> : never
type IsPlural<K extends TextKey> = K extends keyof Texts ? false : true
type ParamNames<K extends TextKey> = Names<TextOf<K>> | (IsPlural<K> extends true ? 'count' : never)
type Params<K extends TextKey> = { [Name in ParamNames<K>]: Name extends 'count' ? number : string | number }
type Args<K extends TextKey> = [ParamNames<K>] extends [never] ? [] : [params: Params<K>]

/** Texts without parameters, which can be chosen by a table. */
export type PlainKey = { [K in TextKey]: [ParamNames<K>] extends [never] ? K : never }[TextKey]

/** The other languages have the same keys; a language without plurals needs only `_other`. */
export type TranslationOf<T> = Record<Exclude<keyof T, `${string}_one`>, string>

/** Gives a text in the current language; the compiler checks the key and its parameters. */
export type Translate = <K extends TextKey>(key: K, ...args: Args<K>) => string

type Loader = () => Promise<Record<string, string>>

/** Texts come in areas: `core` with the first view, the others with the page that needs them. */
const loaders = {
  core: { en: async () => (await import('./en')).en, zh: async () => (await import('./zh')).zh },
  details: {
    en: async () => (await import('./areas/details.en')).detailsEn,
    zh: async () => (await import('./areas/details.zh')).detailsZh,
  },
  dialogs: {
    en: async () => (await import('./areas/dialogs.en')).dialogsEn,
    zh: async () => (await import('./areas/dialogs.zh')).dialogsZh,
  },
  options: {
    en: async () => (await import('./areas/options.en')).optionsEn,
    zh: async () => (await import('./areas/options.zh')).optionsZh,
  },
  monitoring: {
    en: async () => (await import('./areas/monitoring.en')).monitoringEn,
    zh: async () => (await import('./areas/monitoring.zh')).monitoringZh,
  },
  logs: {
    en: async () => (await import('./areas/logs.en')).logsEn,
    zh: async () => (await import('./areas/logs.zh')).logsZh,
  },
  signIn: {
    en: async () => (await import('./areas/sign-in.en')).signInEn,
    zh: async () => (await import('./areas/sign-in.zh')).signInZh,
  },
  projects: {
    en: async () => (await import('./areas/projects.en')).projectsEn,
    zh: async () => (await import('./areas/projects.zh')).projectsZh,
  },
} satisfies Record<string, Record<Language, Loader>>
export type TextArea = keyof typeof loaders

const wanted = new Set<TextArea>(['core'])

async function load(area: TextArea, language: Language): Promise<void> {
  const texts = await loaders[area][language]()
  i18next.addResourceBundle(language, 'translation', texts, true)
}

/** Loads the texts of an area in the current language, and from then on in every language that is chosen. */
export async function loadTexts(area: TextArea): Promise<void> {
  if (wanted.has(area)) return
  await load(area, languageNow())
  wanted.add(area)
}

/** Starts i18next with one language loaded; the others are loaded when chosen. */
export async function startI18n(language: Language): Promise<void> {
  const translation = await loaders.core[language]()
  await i18next.init({
    lng: language,
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false }, // React escapes
    resources: { [language]: { translation } },
    // A text that was not loaded is a mistake of ours; tests fail on it.
    saveMissing: true,
    missingKeyHandler: (_languages, _namespace, key) => console.error(`no text for ${key}`),
  })
  document.documentElement.lang = languageTag(language)
}

/** Switches the language in place; resolves when its texts are there. */
export async function changeLanguage(language: Language): Promise<void> {
  await Promise.all([...wanted].map((area) => load(area, language)))
  await i18next.changeLanguage(language)
  document.documentElement.lang = languageTag(language)
}

/** The tag for `lang` attributes and Intl. */
export const languageTag = (language: Language): string => (language === 'zh' ? 'zh-CN' : 'en')

const onLanguageChange = (listener: () => void) => {
  i18next.on('languageChanged', listener)
  return () => i18next.off('languageChanged', listener)
}
const languageNow = (): Language => (i18next.language === 'zh' ? 'zh' : 'en')

/** The current language and its texts; the component renders again when the language changes. */
export const useT = (): { t: Translate; language: Language } => ({
  t: translate,
  language: useSyncExternalStore(onLanguageChange, languageNow),
})

/** The same outside of components, in the language of the moment. */
export const translate: Translate = (key, ...args) => i18next.t(key, args[0] ?? {})
