import { LogSearchResult } from '@/wire/logs'
import type { GatewayRef } from '@/domain/gateway'
import { openStream, request } from './http'
import { paths } from './paths'

/** The container of the controller's pods that writes the access log. */
const CONTAINER = 'controller'

/** Which part of a pod's log is wanted. */
export interface PodLogQuery {
  /** Whether the stream stays open and brings new lines. */
  readonly follow: boolean
  /** The log of the container before its last restart. */
  readonly previous: boolean
  /** At most so many lines from the end; the server refuses less than 0 (recording e15). */
  readonly tailLines?: number
  readonly sinceSeconds?: number
  /** RFC 3339; the kubelet looks at whole seconds. */
  readonly sinceTime?: string
}

/** The log of a pod, every line with its timestamp. A pod that has not started has an empty one. */
export const openPodLog = (
  ref: GatewayRef,
  pod: string,
  { follow, previous, ...range }: PodLogQuery,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> =>
  openStream(paths.podLog(ref, pod), {
    query: {
      container: CONTAINER,
      timestamps: 'true',
      ...(follow ? { follow: 'true' } : {}),
      ...(previous ? { previous: 'true' } : {}),
      ...range,
    },
    signal,
  })

/** What is searched for. Times in Unix seconds. */
export interface LogSearch {
  /** Words between commas, one of which a line must have; '' for all lines. */
  readonly keywords: string
  /** A pod's name; '' for all that exist now. */
  readonly pod: string
  readonly from: number
  readonly to: number
}

const queryOf = ({ keywords, pod, from, to }: LogSearch) => ({
  container_query: CONTAINER,
  start_time: from,
  end_time: to,
  ...(keywords === '' ? {} : { log_query: keywords }),
  ...(pod === '' ? {} : { pod_query: pod }),
})

/**
 * One page of a search, newest first. Refused with a 500 text when the module is off (recording e21). No query: what is
 * shown lies in the viewer, and a cache would hold all of it twice.
 */
export const searchLogs = (
  ref: GatewayRef,
  search: LogSearch,
  page: { readonly from: number; readonly size: number },
  signal: AbortSignal,
): Promise<LogSearchResult> =>
  request('GET', paths.logs(ref), {
    schema: LogSearchResult,
    query: { ...queryOf(search), ...page, sort: 'desc' },
    signal,
  })

/** Everything a search finds as a text, newest line first (recording l09). */
export const openLogExport = (
  ref: GatewayRef,
  search: LogSearch,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> =>
  openStream(paths.logs(ref), { query: { ...queryOf(search), operation: 'export' }, signal })
