import type { LogRecord } from '@/wire/logs'
import { searchLogs, type LogSearch } from '@/api/logs'
import type { GatewayRef } from '@/domain/gateway'
import type { NewLine } from '@/domain/logs/log-store'
import { readStamp } from '@/domain/logs/stamp'
import type { LogSession } from './log-session'
import { resolveRange, type SearchRange } from './search-range'

/** Lines per page. */
const PAGE = 50
/** More pages than this are not asked for at a refresh; what lies between is told as a gap of lines not loaded. */
const MOST_NEW_PAGES = 10

export interface SearchState {
  readonly kind: 'loading' | 'ready' | 'failed'
  readonly error: Error | null
  /** How many lines the server has for this search. */
  readonly total: number
  readonly hasOlder: boolean
  readonly isLoadingOlder: boolean
  readonly isRefreshing: boolean
}

const beginning: SearchState = {
  kind: 'loading',
  error: null,
  total: 0,
  hasOlder: false,
  isLoadingOlder: false,
  isRefreshing: false,
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

/** One search: its newest page, older ones as they are wanted, and newer lines at every refresh. */
export class SearchFeed {
  readonly #session: LogSession
  readonly #ref: GatewayRef
  readonly #query: Pick<LogSearch, 'keywords' | 'pod'>
  readonly #range: SearchRange
  readonly #first: LogSearch
  #stop = new AbortController()
  readonly #listeners = new Set<() => void>()
  readonly #seen = new Set<string>()
  readonly #nameOld = createNames()
  #state = beginning
  #older = 0
  #firstTotal = 0

  constructor(session: LogSession, ref: GatewayRef, query: Pick<LogSearch, 'keywords' | 'pod'>, range: SearchRange) {
    this.#session = session
    this.#ref = ref
    this.#query = query
    this.#range = range
    this.#first = { ...query, ...resolveRange(range, Date.now()) }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  readonly state = (): SearchState => this.#state

  /** What an export has to ask for to give what is shown. */
  search(): LogSearch {
    return { ...this.#query, ...resolveRange(this.#range, Date.now()) }
  }

  /** Asks for the next older page; again after a failure. */
  async older(): Promise<void> {
    const { signal } = this.#stop
    const isFirst = this.#older === 0
    if (this.#state.isLoadingOlder || (!isFirst && !this.#state.hasOlder)) return
    this.#set({ isLoadingOlder: true, error: null, ...(isFirst ? { kind: 'loading' as const } : {}) })
    try {
      const page = { from: this.#older, size: PAGE }
      const { query } = await searchLogs(this.#ref, this.#first, page, signal)
      if (signal.aborted) return
      const records = query.records ?? []
      this.#older += records.length
      this.#firstTotal = query.total
      this.#take(records, this.#nameOld)
      this.#set({
        kind: 'ready',
        isLoadingOlder: false,
        hasOlder: records.length > 0 && this.#older < this.#firstTotal,
        ...(isFirst ? { total: query.total } : {}),
      })
    } catch (error) {
      if (!signal.aborted) this.#fail(error, isFirst, { isLoadingOlder: false })
    }
  }

  /** Asks what is new in the chosen range, as it lies now. */
  async refresh(): Promise<void> {
    if (this.#state.isRefreshing || this.#state.isLoadingOlder) return
    if (this.#older === 0 && this.#state.kind !== 'ready') return this.older()
    const { signal } = this.#stop
    this.#set({ isRefreshing: true, error: null })
    try {
      const search = this.search()
      const nameNew = createNames()
      for (let page = 0; page < MOST_NEW_PAGES; page += 1) {
        const { query } = await searchLogs(this.#ref, search, { from: page * PAGE, size: PAGE }, signal)
        if (signal.aborted) return
        const records = query.records ?? []
        this.#set({ total: query.total })
        const taken = this.#take(records, nameNew)
        if (taken < records.length || records.length < PAGE) break
      }
      this.#set({ kind: 'ready', isRefreshing: false })
    } catch (error) {
      if (!signal.aborted) this.#fail(error, false, { isRefreshing: false })
    }
  }

  /** Asks for the newest page, unless it is there. */
  start(): void {
    this.#stop = new AbortController()
    if (this.#older === 0) void this.older()
  }

  /** Asks nothing any more. */
  stop(): void {
    this.#stop.abort()
    this.#set({ isLoadingOlder: false, isRefreshing: false })
  }

  #take(records: readonly LogRecord[], nameOf: (record: LogRecord) => string): number {
    const lines: NewLine[] = []
    for (const record of records) {
      const name = nameOf(record)
      const line = readStamp(`${record.time} ${record.log.replace(/\r?\n$/, '')}`)
      if (this.#seen.has(name) || !line) continue
      this.#seen.add(name)
      lines.push({ time: line.time, text: line.text, source: this.#session.sourceOf(record.pod) })
    }
    this.#session.add(lines.toReversed().toSorted((a, b) => a.time - b.time))
    return lines.length
  }

  #fail(error: unknown, isFirst: boolean, change: Partial<SearchState>): void {
    const told = error instanceof Error ? error : new Error(String(error))
    this.#set({ ...change, error: told, ...(isFirst ? { kind: 'failed' as const } : {}) })
  }

  #set(change: Partial<SearchState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }
}
