import type { LineFilter } from '@/domain/logs/line-filter'

/** How long a block of lines may take before an expression counts as one that never ends, in milliseconds. */
const LIMIT = 1_500

/** Tests lines against regular expressions outside of the page's own thread. */
export interface RegexTester {
  /** One number per line, 1 for those that pass; null when the expressions take too long. */
  readonly test: (filters: readonly LineFilter[], texts: readonly string[]) => Promise<Uint8Array | null>
  readonly dispose: () => void
}

/** A tester with one worker, made when it is needed and again after it had to be stopped. */
export function createRegexTester(): RegexTester {
  let worker: Worker | null = null
  const stop = () => {
    worker?.terminate()
    worker = null
  }
  return {
    test: (filters, texts) =>
      new Promise((resolve, reject) => {
        worker ??= new Worker(new URL('regex-worker.ts', import.meta.url), { type: 'module' })
        const running = worker
        const settle = () => {
          clearTimeout(timer)
          running.removeEventListener('message', answered)
          running.removeEventListener('error', failed)
        }
        const answered = ({ data }: MessageEvent<Uint8Array>) => {
          settle()
          resolve(data)
        }
        const failed = (event: ErrorEvent) => {
          settle()
          stop()
          reject(new Error(event.message))
        }
        const timer = setTimeout(() => {
          settle()
          stop()
          resolve(null)
        }, LIMIT)
        running.addEventListener('message', answered)
        running.addEventListener('error', failed)
        running.postMessage({ filters, texts: texts.join('\n') })
      }),
    dispose: stop,
  }
}
