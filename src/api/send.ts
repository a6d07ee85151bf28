import { ApiError } from '@/lib/api-error'

/** How long a request may take before it counts as failed, in milliseconds. */
const TIMEOUT = 30_000

/**
 * Sends without a session; a request that gets no answer fails as `Unreachable` or `Timeout`. The time runs for the
 * whole answer, or, of an answer that goes on and on, for its beginning.
 */
export async function send(url: string, init: RequestInit, what: 'answer' | 'stream' = 'answer'): Promise<Response> {
  const path = url.split('?', 1)[0] ?? url
  const late = new AbortController()
  const timer = what === 'stream' ? setTimeout(() => late.abort(), TIMEOUT) : undefined
  const timeout = what === 'stream' ? late.signal : AbortSignal.timeout(TIMEOUT)
  try {
    return await fetch(url, { ...init, signal: init.signal ? AbortSignal.any([init.signal, timeout]) : timeout })
  } catch (error) {
    if (init.signal?.aborted) throw error // the caller went away
    throw timeout.aborted
      ? new ApiError({ status: 0, reason: 'Timeout', message: `no answer within ${TIMEOUT / 1000} s`, path })
      : new ApiError({
          status: 0,
          reason: 'Unreachable',
          message: error instanceof Error ? error.message : String(error),
          path,
        })
  } finally {
    clearTimeout(timer)
  }
}
