import { applyScheme } from '@/app/theme'
import { loadTexts, startI18n } from '@/lib/i18n/t'
import { bytesOf, LONG_END, longBytes, SOURCES } from './lines'
import { breath, until, watchPage } from './measure'
import { ours, theirs } from './viewers'

const BATCH = 5_000
/** A viewer that takes longer than this, in milliseconds, is not waited for. */
const PATIENCE = 90_000
/** How far the second pod is behind the first while lines arrive, in milliseconds. */
const LATE_BY = 3_000

await startI18n('en')
await loadTexts('logs')
applyScheme('light')
const element = document.getElementById('root')
if (element === null) throw new Error('no #root')
const viewer = new URLSearchParams(window.location.search).get('viewer') === 'ours' ? ours(element) : theirs(element)
await breath(500)

const shows = (text: string) => (element.textContent ?? '').includes(text)
let next = 0

const push = (count: number, lateBy = 0) => {
  for (const source of SOURCES) viewer.push(source, bytesOf(next, count, source, source === 0 ? 0 : lateBy))
  next += count
}

/** How long something takes until `isDone`, and how long the page answered nobody meanwhile. */
async function timed(begin: () => void, isDone: () => boolean) {
  await breath(1_000)
  const page = watchPage()
  const began = performance.now()
  begin()
  await breath()
  const took = await until(isDone, PATIENCE)
  const ended = performance.now()
  await breath(100)
  return { longest: page.stop().longest, took: took === null ? null : ended - began }
}

const bench = {
  /** Loads lines as fast as they are taken, and says when the first was on screen. */
  fill: async (count: number) => {
    const began = performance.now()
    const first = until(() => shows('HTTP/1.1'), PATIENCE)
    const page = watchPage()
    while (next < count && performance.now() - began < PATIENCE) {
      push(BATCH)
      await breath()
    }
    await until(() => viewer.count() >= next, PATIENCE)
    const { longest } = page.stop()
    return { first: await first, took: performance.now() - began, lines: viewer.count(), longest }
  },
  /** So many lines a second for some seconds, half of them from a pod that is behind. */
  arrive: async (perSecond: number, seconds: number) => {
    const page = watchPage()
    const began = performance.now()
    let sent = 0
    while (performance.now() - began < seconds * 1000) {
      const due = Math.floor(((performance.now() - began) / 1000) * perSecond) - sent
      if (due > 0) {
        push(due, LATE_BY)
        sent += due
      }
      await breath(50)
    }
    const seen = page.stop()
    return { fps: seen.frames / seen.seconds, worst: seen.worst, longest: seen.longest, sent }
  },
  /** A line of 100 kB comes, and is unfolded where that is possible. */
  long: async () => {
    next += 1
    return timed(
      () => {
        viewer.push(0, longBytes(next))
        void until(() => shows('long 0123456789'), PATIENCE).then(() =>
          [...document.querySelectorAll<HTMLElement>('[role=listitem] [data-line]')].at(-1)?.click(),
        )
      },
      () => shows(LONG_END),
    )
  },
  /** Filters over everything. */
  filter: (text: string) => timed(() => viewer.filter(text), viewer.isFiltered),
  filterRegex: async (source: string) => {
    const { filterRegex } = viewer
    return filterRegex === null ? null : timed(() => filterRegex(source), viewer.isFiltered)
  },
  filterStatus: async (statusClass: string) => {
    const { filterStatus } = viewer
    if (filterStatus === null) return null
    viewer.filter('')
    await until(viewer.isFiltered, PATIENCE)
    return timed(() => filterStatus(statusClass), viewer.isFiltered)
  },
}
declare global {
  interface Window {
    logsBench: typeof bench
  }
}
window.logsBench = bench
