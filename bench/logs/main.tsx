import { applyScheme } from '@/app/theme'
import { loadTexts, startI18n } from '@/lib/i18n/t'
import { bytesOf } from './lines'
import { breath, until, watchPage } from './measure'
import { ours, theirs } from './viewers'

const BATCH = 5_000
/** A viewer that takes longer than this, in milliseconds, is not waited for. */
const PATIENCE = 120_000

await startI18n('en')
await loadTexts('logs')
applyScheme('light')
const element = document.getElementById('root')
if (element === null) throw new Error('no #root')
const viewer = new URLSearchParams(window.location.search).get('viewer') === 'ours' ? ours(element) : theirs(element)
await breath(500)

const hasLine = () => (element.textContent ?? '').includes('HTTP/1.1')
let next = 0

const bench = {
  /** Loads lines as fast as they are taken, and says when the first was on screen. */
  fill: async (count: number) => {
    const began = performance.now()
    const first = until(hasLine, PATIENCE)
    const page = watchPage()
    while (next < count && performance.now() - began < PATIENCE) {
      viewer.push(bytesOf(next, BATCH))
      next += BATCH
      await breath()
    }
    await until(() => viewer.count() >= next, PATIENCE)
    const { longest } = page.stop()
    return { first: await first, took: performance.now() - began, lines: viewer.count(), longest }
  },
  /** So many lines a second for some seconds. */
  arrive: async (perSecond: number, seconds: number) => {
    const page = watchPage()
    const began = performance.now()
    let sent = 0
    while (performance.now() - began < seconds * 1000) {
      const due = Math.floor(((performance.now() - began) / 1000) * perSecond) - sent
      if (due > 0) {
        viewer.push(bytesOf(next, due))
        next += due
        sent += due
      }
      await breath(50)
    }
    const seen = page.stop()
    return { fps: seen.frames / seen.seconds, longest: seen.longest, sent }
  },
  /** A filter over everything. */
  filter: async (text: string) => {
    await breath(1_000)
    const page = watchPage()
    const began = performance.now()
    await breath(20)
    viewer.filter(text)
    await breath()
    const took = await until(viewer.isFiltered, PATIENCE)
    await breath(100)
    return { longest: page.stop().longest, took: took === null ? null : performance.now() - began - 100 }
  },
}
declare global {
  interface Window {
    logsBench: typeof bench
  }
}
window.logsBench = bench
