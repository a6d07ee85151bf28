import type { LogRecord } from '@/wire/logs'
import { searchLogs, type LogSearch } from '@/api/logs'
import { serverSkew } from '@/api/server-clock'
import type { GatewayRef } from '@/domain/gateway'
import type { NewLine } from '@/domain/logs/log-store'
import { readStamp } from '@/domain/logs/stamp'
import type { LogSession } from './log-session'
import { rangeUpTo, resolveRange, type SearchRange } from './search-range'

/** Lines per page. */
const PAGE = 50
/** Lines per page while one looks for lines that are known, or for the one that a link points at. */
const BIG_PAGE = 500
/** How far one looks for them. The search engine gives no more than this from one search (`from` + `size`). */
const FARTHEST = 10_000

/** A time of which not all lines are loaded, in microseconds since 1970. */
export interface Gap {
  readonly from: number
  readonly to: number
}

export interface SearchState {
  readonly kind: 'loading' | 'ready' | 'failed'
  readonly error: Error | null
  /** What `error` kept from coming: older lines, or newer ones. */
  readonly missing: 'older' | 'newer'
  /** How many lines the server has for this search. */
  readonly total: number
  readonly hasOlder: boolean
  readonly isLoadingOlder: boolean
  readonly isRefreshing: boolean
  /** Where more lines had come since the last refresh than can be asked for. */
  readonly gaps: readonly Gap[]
}

const beginning: SearchState = {
  kind: 'loading',
  error: null,
  missing: 'older',
  total: 0,
  hasOlder: false,
  isLoadingOlder: false,
  isRefreshing: false,
  gaps: [],
}

/** Counts equal lines, so that a line that is really there twice is not taken for one that was read twice. */
const createNames = () => {
  const counts = new Map<string, number>()
  return ({ time, pod, log }: LogRecord) => {
    const name = `${time}|${pod}|${log}`
    const count = counts.get(name) ?? 0
    counts.set(name, count + 1)
    return `${name}#${count}`
  }
}

interface Named {
  readonly name: string
  readonly record: LogRecord
}

interface SearchOptions {
  /** Where the lines go. */
  readonly session: Pick<LogSession, 'sourceOf' | 'add'>
  readonly ref: GatewayRef
  readonly query: Pick<LogSearch, 'keywords' | 'pod'>
  readonly range: SearchRange
  /** The moment of the line that a link points at, in microseconds: the search ends just behind it. Null for none. */
  readonly upTo: number | null
}

/** One search: its newest page, older ones as they are wanted, and newer lines at every refresh. */
export class SearchFeed {
  readonly #options: SearchOptions
  readonly #first: LogSearch
  #stop = new AbortController()
  readonly #listeners = new Set<() => void>()
  readonly #seen = new Set<string>()
  readonly #nameOld = createNames()
  #state = beginning
  #older = 0
  #oldest = Infinity
  #newest = -Infinity

  constructor(options: SearchOptions) {
    this.#options = options
    this.#first = this.#searchNow()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  readonly state = (): SearchState => this.#state

  /** What an export has to ask for to give what is shown. */
  search(): LogSearch {
    return this.#options.upTo === null ? this.#searchNow() : this.#first
  }

  /** Asks for the next older page; the first time also for those after it, until the linked line is there. */
  async older(): Promise<void> {
    const isFirst = this.#state.kind !== 'ready'
    if (this.#state.isLoadingOlder || (!isFirst && !this.#state.hasOlder)) return
    const { signal } = this.#stop
    this.#set({ isLoadingOlder: true, error: null, ...(isFirst && { kind: 'loading' as const }) })
    try {
      do await this.#loadOlder(signal)
      while (!signal.aborted && isFirst && !this.#isReached())
      if (!signal.aborted) this.#set({ kind: 'ready', isLoadingOlder: false })
    } catch (error) {
      if (signal.aborted) return
      this.#fail(error, { isLoadingOlder: false, missing: 'older', ...(isFirst && { kind: 'failed' as const }) })
    }
  }

  /** Asks what is new in the chosen range, as it lies now. */
  async refresh(): Promise<void> {
    if (this.#state.isRefreshing || this.#state.isLoadingOlder) return
    if (this.#state.kind !== 'ready') return this.older()
    const { signal } = this.#stop
    this.#set({ isRefreshing: true, error: null })
    try {
      await this.#loadNewer(signal)
      if (!signal.aborted) this.#set({ isRefreshing: false })
    } catch (error) {
      if (!signal.aborted) this.#fail(error, { isRefreshing: false, missing: 'newer' })
    }
  }

  /** Refreshes every so many seconds until it is told to stop. */
  refreshEvery(seconds: number): () => void {
    const timer = setInterval(() => void this.refresh(), seconds * 1000)
    return () => clearInterval(timer)
  }

  /** Asks again for what did not come. */
  retry(): Promise<void> {
    return this.#state.missing === 'newer' ? this.refresh() : this.older()
  }

  /** Asks for the newest page, unless it is there. */
  start(): void {
    this.#stop = new AbortController()
    if (this.#state.kind !== 'ready') void this.older()
  }

  /** Asks nothing any more. */
  stop(): void {
    this.#stop.abort()
    this.#set({ isLoadingOlder: false, isRefreshing: false })
  }

  #searchNow(): LogSearch {
    const { query, range, upTo } = this.#options
    const lies = upTo === null ? resolveRange(range, Date.now() + serverSkew()) : rangeUpTo(range, upTo)
    return { ...query, ...lies }
  }

  /** Whether there is nothing left that has to be there before anything is shown. */
  #isReached(): boolean {
    const { upTo } = this.#options
    return upTo === null || this.#oldest < upTo || !this.#state.hasOlder || this.#older >= FARTHEST
  }

  async #loadOlder(signal: AbortSignal): Promise<void> {
    const isFirst = this.#older === 0
    const size = isFirst || this.#isReached() ? PAGE : BIG_PAGE
    const { query } = await searchLogs(this.#options.ref, this.#first, { from: this.#older, size }, signal)
    if (signal.aborted) return
    const records = query.records ?? []
    this.#older += records.length
    this.#take(this.#unknown(records, this.#nameOld))
    this.#set({
      hasOlder: records.length > 0 && this.#older < query.total,
      ...(isFirst && { total: query.total }),
    })
  }

  /** From the newest line back to those that are known. Taken at once: half of them would look like all of them. */
  async #loadNewer(signal: AbortSignal): Promise<void> {
    const search = this.#searchNow()
    const nameOf = createNames()
    const found: Named[] = []
    let isJoined = false
    for (let from = 0; from < FARTHEST && !isJoined;) {
      const size = Math.min(from === 0 ? PAGE : BIG_PAGE, FARTHEST - from)
      const { query } = await searchLogs(this.#options.ref, search, { from, size }, signal)
      if (signal.aborted) return
      const records = query.records ?? []
      const unknown = this.#unknown(records, nameOf)
      found.push(...unknown)
      from += records.length
      isJoined = unknown.length < records.length || records.length < size
      this.#set({ total: query.total })
    }
    const from = Math.max(this.#newest, search.from * 1_000_000)
    const to = this.#take(found)
    if (!isJoined && from < to) this.#set({ gaps: [...this.#state.gaps, { from, to }] })
  }

  #unknown(records: readonly LogRecord[], nameOf: (record: LogRecord) => string): Named[] {
    return records.map((record) => ({ name: nameOf(record), record })).filter(({ name }) => !this.#seen.has(name))
  }

  /** Takes records in that come newest first; gives the moment of the oldest. */
  #take(found: readonly Named[]): number {
    const { session } = this.#options
    const lines: NewLine[] = []
    for (const { name, record } of found) {
      const line = readStamp(`${record.time} ${record.log.replace(/\r?\n$/, '')}`)
      this.#seen.add(name)
      if (line) lines.push({ time: line.time, text: line.text, source: session.sourceOf(record.pod) })
    }
    const sorted = lines.toReversed().toSorted((a, b) => a.time - b.time)
    const oldest = sorted.at(0)?.time ?? Infinity
    this.#oldest = Math.min(this.#oldest, oldest)
    this.#newest = Math.max(this.#newest, sorted.at(-1)?.time ?? -Infinity)
    session.add(sorted)
    return oldest
  }

  #fail(error: unknown, change: Partial<SearchState>): void {
    this.#set({ ...change, error: error instanceof Error ? error : new Error(String(error)) })
  }

  #set(change: Partial<SearchState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }
}
