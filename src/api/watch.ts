import * as v from 'valibot'
import { WatchLine, type ObjectMeta } from '@/wire/k8s'
import { ApiError } from '@/lib/api-error'
import { linesOf } from '@/lib/lines'
import { openStream } from './http'
import { sessionStore } from './session-store'

/** What a watch is told about: an object as it is now, or as it was when it went. */
export interface WatchEvent<T> {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED'
  readonly object: T
}

/** `live`: every change arrives by itself. `broken`: the connection is being made anew. `refused`: there is no watch. */
export type WatchState = 'connecting' | 'live' | 'broken' | 'refused'

interface WatchOptions<S extends v.GenericSchema<unknown, { metadata: ObjectMeta }>> {
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly schema: S
  readonly signal: AbortSignal
  readonly onEvent: (event: WatchEvent<v.InferOutput<S>>) => void
  readonly onState: (state: WatchState) => void
  /** Changes may have been missed: what is known has to be read anew. */
  readonly onGap: () => void
}

/** The first wait before a broken watch is opened again, and the longest, in milliseconds. */
const FIRST_WAIT = 1_000
const LONGEST_WAIT = 30_000

const eventTypes = ['ADDED', 'MODIFIED', 'DELETED'] as const

/** Waits; ends at once when `signal` says so, or when somebody signed in, since that may be what was waited for. */
const pause = (milliseconds: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(done, milliseconds)
    const unsubscribe = sessionStore.subscribe(done)
    function done() {
      unsubscribe()
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    if (signal.aborted) done()
    else signal.addEventListener('abort', done)
  })

/** A refusal that asking again does not change: no right, no such path, a proxy that knows no watches. */
const isRefusal = (error: unknown) =>
  error instanceof ApiError && error.status >= 400 && error.status < 500 && ![401, 408, 410, 429].includes(error.status)

/** The server forgot what came after the version one has (410): the history has a gap. */
class Gap extends Error {}

/**
 * Follows objects of the API server until `signal` ends it or the server refuses. A connection that ends or breaks is
 * opened again, later and later while it keeps failing, from the last version seen, so that nothing is missed; where
 * the server no longer has that history, the watch begins anew and `onGap` is called once it is open.
 */
export async function watchObjects<const S extends v.GenericSchema<unknown, { metadata: ObjectMeta }>>(
  options: WatchOptions<S>,
): Promise<void> {
  const { signal } = options
  let version: string | undefined
  let wait = FIRST_WAIT
  let hasGap = false
  options.onState('connecting')
  while (!signal.aborted) {
    try {
      const query = { ...options.query, watch: 'true', ...(version === undefined ? {} : { resourceVersion: version }) }
      const stream = await openStream(options.path, { query, signal })
      options.onState('live')
      // Only now: what changes while it is not open would be missed by a read as well.
      if (hasGap) options.onGap()
      hasGap = false
      for await (const line of linesOf(stream)) {
        if (signal.aborted) return
        version = take(line, options) ?? version
        wait = FIRST_WAIT
      }
    } catch (error) {
      if (signal.aborted) return
      if (isRefusal(error)) {
        options.onState('refused')
        return
      }
      if (error instanceof Gap || (error instanceof ApiError && error.status === 410)) {
        version = undefined
        hasGap = true
      }
    }
    options.onState('broken') // ended by the server or on the way: until it is open again changes are not seen
    // Spread, so that many consoles do not come back in the same instant.
    await pause(wait * (0.75 + Math.random() / 2), signal)
    wait = Math.min(wait * 2, LONGEST_WAIT)
  }
}

/** Hands a line on; answers the version it brings the watch to. */
function take<const S extends v.GenericSchema<unknown, { metadata: ObjectMeta }>>(
  line: string,
  { path, schema, onEvent }: WatchOptions<S>,
): string | undefined {
  if (line.trim() === '') return undefined
  const parsed = v.safeParse(WatchLine, JSON.parse(line))
  if (!parsed.success)
    throw new ApiError({
      status: 200,
      reason: 'BadAnswer',
      message: `not a line of a watch: ${line.slice(0, 120)}`,
      path,
    })
  const { type, object } = parsed.output
  if (type === 'ERROR') throw new Gap()
  const known = eventTypes.find((each) => each === type)
  if (known === undefined) return v.is(Bookmark, object) ? object.metadata.resourceVersion : undefined
  const checked = v.safeParse(schema, object)
  if (!checked.success) {
    const [issue] = checked.issues
    throw new ApiError({
      status: 200,
      reason: 'BadAnswer',
      message: `field ${v.getDotPath(issue) ?? ''}: ${issue.message}`,
      path,
    })
  }
  onEvent({ type: known, object: checked.output })
  return checked.output.metadata.resourceVersion
}

const Bookmark = v.looseObject({ metadata: v.looseObject({ resourceVersion: v.string() }) })
