import { useCallback } from 'react'
import { useQueryParams } from './use-query-params'

/** How a value stands in the URL. What cannot be read there is the default; the default leaves no trace. */
export interface ParamCodec<T> {
  readonly parse: (text: string | null) => T
  /** Null leaves the parameter out. */
  readonly format: (value: T) => string | null
}

const noParams: readonly string[] = []

/** Any text. */
export const textParam = (otherwise = ''): ParamCodec<string> => ({
  parse: (text) => text ?? otherwise,
  format: (value) => (value === otherwise ? null : value),
})

/** One of a few words. */
export const choiceParam = <const T extends string>(choices: readonly T[], otherwise: NoInfer<T>): ParamCodec<T> => ({
  parse: (text) => choices.find((choice) => choice === text) ?? otherwise,
  format: (value) => (value === otherwise ? null : value),
})

/** A whole number within bounds. */
export const countParam = (otherwise: number, min = 1, max = Number.MAX_SAFE_INTEGER): ParamCodec<number> => ({
  parse: (text) => {
    const value = text === null || text === '' ? Number.NaN : Number(text)
    return Number.isInteger(value) && value >= min && value <= max ? value : otherwise
  },
  format: (value) => (value === otherwise ? null : String(value)),
})

/** One of a few numbers. */
export const numberChoiceParam = <const T extends number>(
  choices: readonly T[],
  otherwise: NoInfer<T>,
): ParamCodec<T> => ({
  parse: (text) => choices.find((choice) => String(choice) === text) ?? otherwise,
  format: (value) => (value === otherwise ? null : String(value)),
})

/** Words without spaces around them; '' when there are none. */
export const wordsParam: ParamCodec<string> = {
  parse: (text) => (text ?? '').trim(),
  format: (value) => value.trim() || null,
}

/** The query with one value changed; `also` are parameters that lose their meaning with it. */
export function withParam<T>(
  search: URLSearchParams,
  key: string,
  { format }: ParamCodec<T>,
  value: T,
  also: readonly string[] = noParams,
): URLSearchParams {
  const next = new URLSearchParams(search)
  const text = format(value)
  if (text === null) next.delete(key)
  else next.set(key, text)
  for (const other of also) next.delete(other)
  return next
}

/** Yes or no. */
export const flagParam: ParamCodec<boolean> = {
  parse: (text) => text === '1',
  format: (value) => (value ? '1' : null),
}

/**
 * One value of the page's URL, typed, and how to set it. `also` are parameters that lose their meaning with a change,
 * such as the page of a list that is filtered anew. Typing replaces the entry of the history, a choice makes a new one.
 */
export function useSearchParam<T>(
  key: string,
  codec: ParamCodec<T>,
  { also = noParams, replace = false }: { also?: readonly string[]; replace?: boolean } = {},
): readonly [T, (value: T) => void] {
  const [search, change] = useQueryParams()
  const set = useCallback(
    (value: T) => change((now) => withParam(now, key, codec, value, also), { replace }),
    [change, key, codec, also, replace],
  )
  return [codec.parse(new URLSearchParams(search).get(key)), set]
}
