import { filterPattern, type LineFilter } from '@/domain/logs/line-filter'

/** Runs beside the page, where an expression that never ends can be stopped. */
self.addEventListener('message', ({ data }: MessageEvent<{ filters: readonly LineFilter[]; texts: string }>) => {
  const tests = data.filters.map((filter) => ({ pattern: filterPattern(filter), wanted: filter.keep === 'include' }))
  const lines = data.texts.split('\n')
  const passes = new Uint8Array(lines.length)
  for (const [index, line] of lines.entries())
    passes[index] = tests.every(({ pattern, wanted }) => pattern.test(line) === wanted) ? 1 : 0
  self.postMessage(passes)
})
