import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

/** How a value stands in the URL. What cannot be read there is the default; the default leaves no trace. */
export interface ParamCodec<T> {
  readonly parse: (text: string | null) => T
  /** Null leaves the parameter out. */
  readonly format: (value: T) => string | null
}

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
  { parse, format }: ParamCodec<T>,
  { also = [], replace = false }: { also?: readonly string[]; replace?: boolean } = {},
): readonly [T, (value: T) => void] {
  const [search, setSearch] = useSearchParams()
  const set = useCallback(
    (value: T) =>
      setSearch(
        (now) => {
          const next = new URLSearchParams(now)
          const text = format(value)
          if (text === null) next.delete(key)
          else next.set(key, text)
          for (const other of also) next.delete(other)
          return next
        },
        { replace, preventScrollReset: true },
      ),
    [setSearch, key, format, also, replace],
  )
  return [parse(search.get(key)), set]
}
