import type { AccessFormat } from '@/domain/logs/access-format'
import { accessReader } from '@/domain/logs/access-line'
import type { FacetChoice } from '@/domain/logs/facets'
import type { LineFilter } from '@/domain/logs/line-filter'
import type { LineLink } from '@/domain/logs/line-link'
import { KEPT_LINES, LogStore, type NewLine } from '@/domain/logs/log-store'
import { plainText } from '@/domain/logs/log-text'
import { LogView } from '@/domain/logs/log-view'
import type { StampedLine } from '@/domain/logs/stamp'
import { LineIntake } from './line-intake'
import { Redraw } from './redraw'
import { createRegexTester } from './regex-tester'

/** How long the page's thread is used at a time, in milliseconds: less than a frame. */
const SLICE = 8
/** Lines given to the regular expressions at a time. */
const BLOCK = 2_048
/** While lines wait for older ones, how often one looks, in milliseconds. */
const WAIT = 60

/** Whether so many milliseconds are over, counted from now. */
const within = (milliseconds: number) => {
  const until = performance.now() + milliseconds
  return () => performance.now() >= until
}

/** The thread is free in between, for whoever types or scrolls. */
const channel = () => {
  const { port1, port2 } = new MessageChannel()
  return {
    ask: (run: () => void) => {
      port1.onmessage = run
      port2.postMessage(null)
    },
    close: () => port1.close(),
  }
}

/**
 * The lines of one viewer outside of React: takes them in, keeps them sorted, filters them, all in slices of a few
 * milliseconds, and tells React once per frame that there is something new.
 */
export class LogSession {
  readonly format: AccessFormat | null
  readonly store: LogStore
  readonly view: LogView
  readonly kept: number
  /** Names of the pods by their number in the store. */
  readonly pods: string[] = []
  /** Whether the regular expressions had to be given up because they take too long. */
  isRegexTooSlow = false
  #isPaused = false
  readonly #intake: LineIntake
  #tester = createRegexTester()
  #isTesting = false
  #filterKey = '[]'
  #choiceKey = ''
  #filterRound = 0
  #isScheduled = false
  #isStopped = true
  readonly #redraw = new Redraw()
  #channel: ReturnType<typeof channel> | null = null
  readonly subscribe = this.#redraw.subscribe
  readonly version = this.#redraw.version
  readonly subscribeSlowly = this.#redraw.subscribeSlowly
  readonly slowVersion = this.#redraw.slowVersion

  constructor(format: AccessFormat | null, kept = KEPT_LINES) {
    this.format = format
    this.kept = kept
    this.store = new LogStore(format && accessReader(format), kept)
    this.view = new LogView(this.store)
    this.#intake = new LineIntake(this.store)
  }

  /** The number of a pod. */
  sourceOf(pod: string): number {
    const known = this.pods.indexOf(pod)
    return known >= 0 ? known : this.pods.push(pod) - 1
  }

  open(source: number): void {
    this.#intake.open(source)
  }
  close(source: number): void {
    this.#intake.close(source)
  }
  /** Lines of a stream, to be merged with those of others. */
  push(source: number, lines: readonly StampedLine[]): void {
    this.#intake.push(source, lines)
    this.#dropBacklog()
    if (this.#isPaused) this.#tell()
    this.#schedule()
  }
  /** Lines that are complete and sorted by time. */
  add(lines: readonly NewLine[]): void {
    this.#intake.add(lines)
    this.#schedule()
  }

  get isPaused(): boolean {
    return this.#isPaused
  }
  /** Paused, lines are collected but not shown. */
  setPaused(isPaused: boolean): void {
    this.#isPaused = isPaused
    this.#tell()
    this.#schedule()
  }
  /** How many lines wait for the pause to end. */
  get waiting(): number {
    return this.#isPaused ? this.#intake.waiting : 0
  }
  /** Whether there are lines that were not looked at yet. */
  get isBusy(): boolean {
    return !this.view.isUpToDate
  }

  setFilters(filters: readonly LineFilter[]): void {
    const key = JSON.stringify(filters)
    if (key === this.#filterKey) return
    this.#filterKey = key
    this.#filterRound += 1
    this.isRegexTooSlow = false
    this.view.setFilters(filters)
    this.#changed()
  }
  setChoice(choice: FacetChoice): void {
    const key = JSON.stringify([choice, [...(choice.sources ?? [])]])
    if (key === this.#choiceKey) return
    this.#choiceKey = key
    this.#filterRound += 1
    this.view.setChoice(choice)
    this.#changed()
  }
  setFind(text: string): void {
    this.view.setFind(text)
    this.#changed()
  }

  /** Which line a link means; undefined when it is not there, or not yet. */
  lineOf({ pod, time, nth }: LineLink): number | undefined {
    const source = this.pods.indexOf(pod)
    const end = this.store.placeAfter(time)
    let found = -1
    for (let line = this.store.placeAfter(time - 1); line < end && source >= 0; line += 1) {
      if (this.store.number('source', line) === source) found += 1
      if (found === nth) return line
    }
    return undefined
  }
  /** The link to a line. */
  linkTo(line: number): LineLink {
    const time = this.store.number('time', line)
    const source = this.store.number('source', line)
    let nth = 0
    for (let before = this.store.placeAfter(time - 1); before < line; before += 1)
      if (this.store.number('source', before) === source) nth += 1
    return { pod: this.pods[source] ?? '', time, nth }
  }

  /** Begins to work; until then lines only collect. */
  start(): void {
    this.#isStopped = false
    this.#schedule()
  }

  /** Stops all work. What is there stays, and `start` goes on with it. */
  stop(): void {
    this.#isStopped = true
    this.#isScheduled = false
    this.#channel?.close()
    this.#channel = null
    this.#tester.dispose()
    this.#redraw.stop()
  }

  #changed(): void {
    this.#tell()
    this.#schedule()
  }

  #tell(): void {
    if (!this.#isStopped) this.#redraw.ask()
  }

  #schedule(wait = 0): void {
    if (this.#isScheduled || this.#isStopped) return
    this.#isScheduled = true
    const run = () => {
      this.#isScheduled = false
      if (!this.#isStopped) this.#work()
    }
    if (wait > 0) setTimeout(run, wait)
    else (this.#channel ??= channel()).ask(run)
  }

  #work(): void {
    const tookIn = this.#intake.take(within(SLICE / 2), this.#isPaused)
    const looked = this.view.isUpToDate ? false : this.#look(within(SLICE / 2))
    if (tookIn || looked) this.#tell()
    if (this.#intake.isBusy || tookIn || (!this.view.isUpToDate && !this.#isTesting)) this.#schedule()
    else if (this.#intake.hasLate || (!this.#isPaused && this.#intake.waiting > 0)) this.#schedule(WAIT)
  }

  #look(isOver: () => boolean): boolean {
    if (this.view.regexFilters.length > 0 && !this.isRegexTooSlow) {
      if (!this.#isTesting) void this.#lookBeside()
    } else this.view.step(isOver)
    if (!isOver()) this.view.findStep(isOver)
    return true
  }

  /** Lets the worker test a block of lines, and takes its outcome if nothing has changed meanwhile. */
  async #lookBeside(): Promise<void> {
    const { view, store } = this
    const round = this.#filterRound
    const { epoch } = view
    const lines = view.next(BLOCK)
    if (lines.length === 0) return
    this.#isTesting = true
    const texts = lines.map((line) => plainText(store.text(line)))
    try {
      const passes = await this.#tester.test(view.regexFilters, texts)
      const isCurrent = round === this.#filterRound && epoch === view.epoch && view.next(1)[0] === lines[0]
      if (passes === null && round === this.#filterRound) this.isRegexTooSlow = true
      else if (passes !== null && isCurrent) view.look(lines, passes)
    } finally {
      this.#isTesting = false
      this.#changed()
    }
  }

  /** A pause of hours must not fill the memory: the oldest that wait go first. */
  #dropBacklog(): void {
    const tooMany = this.#intake.waiting - this.kept
    if (this.#isPaused && tooMany > 0) this.#intake.drop(tooMany)
  }
}
