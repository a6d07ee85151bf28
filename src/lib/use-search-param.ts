import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

/** One value of the view that stands in the URL. What cannot be read, or is missing, is the fallback. */
export interface SearchParam<T> {
  readonly key: string
  readonly fallback: T
  /** Undefined when the text means nothing. */
  readonly read: (raw: string) => T | undefined
  readonly write: (value: T) => string
  /** Keys that mean nothing any more once this one changes, such as the page of a list. */
  readonly resets?: readonly string[]
}

/** The same value; a change of it takes other keys out of the URL. */
export const resetting = <T>(
  param: SearchParam<T>,
  ...resets: readonly { readonly key: string }[]
): SearchParam<T> => ({
  ...param,
  resets: resets.map((other) => other.key),
})

/** One of a few words. */
export const oneOf = <T extends string>(key: string, words: readonly T[], fallback: T): SearchParam<T> => ({
  key,
  fallback,
  read: (raw) => words.find((word) => word === raw),
  write: (word) => word,
})

/** One of a few numbers. */
export const oneOfNumbers = <T extends number>(key: string, numbers: readonly T[], fallback: T): SearchParam<T> => ({
  key,
  fallback,
  read: (raw) => numbers.find((number) => String(number) === raw),
  write: String,
})

/** A whole number from 1 up. */
export const ordinal = (key: string): SearchParam<number> => ({
  key,
  fallback: 1,
  read: (raw) => (/^[1-9]\d{0,8}$/.test(raw) ? Number(raw) : undefined),
  write: String,
})

/** A text without spaces around it; '' when there is none. */
export const words = (key: string): SearchParam<string> => ({
  key,
  fallback: '',
  read: (raw) => raw.trim(),
  write: (text) => text.trim(),
})

export const readParam = <T>(search: URLSearchParams, param: SearchParam<T>): T => {
  const raw = search.get(param.key)
  return raw === null ? param.fallback : (param.read(raw) ?? param.fallback)
}

/** The same search with one value changed. A fallback is left out, so that links stay short. */
export function withParam<T>(search: URLSearchParams, param: SearchParam<T>, value: T): URLSearchParams {
  const next = new URLSearchParams(search)
  const text = param.write(value)
  if (text === param.write(param.fallback)) next.delete(param.key)
  else next.set(param.key, text)
  for (const key of param.resets ?? []) next.delete(key)
  return next
}

/** A value of the URL, and how to change it: the entry of the history is replaced, and the page stays where it is. */
export function useSearchParam<T>(param: SearchParam<T>): readonly [value: T, set: (value: T) => void] {
  const [search, setSearch] = useSearchParams()
  const set = useCallback(
    (value: T) => setSearch((before) => withParam(before, param, value), { replace: true, preventScrollReset: true }),
    [param, setSearch],
  )
  return [readParam(search, param), set]
}
