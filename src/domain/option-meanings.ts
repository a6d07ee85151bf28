type Meanings = Readonly<Record<string, string>>

/** One file per language, so that a screen loads only the one it shows, and only when it shows meanings. */
const files: Readonly<Record<'en' | 'zh', () => Promise<{ readonly default: Meanings }>>> = {
  en: () => import('./option-meanings.en.json'),
  zh: () => import('./option-meanings.zh.json'),
}

/** What each option of the catalogue does, by name: one sentence in the given language. */
export async function loadMeanings(language: 'en' | 'zh'): Promise<Meanings> {
  const file = await files[language]()
  return file.default
}
