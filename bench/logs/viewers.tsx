import { createRef } from 'react'
import { createRoot } from 'react-dom/client'
import { MemoryRouter } from 'react-router'
import { LazyLog } from '@melloware/react-logviewer'
import { compileFormat, DEFAULT_FORMAT } from '@/domain/logs/access-format'
import { everything } from '@/domain/logs/facets'
import { createLineSplitter } from '@/domain/logs/line-splitter'
import { readStamp } from '@/domain/logs/stamp'
import { LogSession } from '@/pages/gateway-details/logs/log-session'
import { LogViewer } from '@/pages/gateway-details/logs/LogViewer'
import { useLogParams } from '@/pages/gateway-details/logs/use-log-params'
import { SOURCES } from './lines'

/** A viewer as the benchmark drives it. */
export interface Viewer {
  /** Takes bytes of one of the sources as they come over the wire. */
  readonly push: (source: number, bytes: Uint8Array) => void
  /** How many lines it shows at the moment. */
  readonly count: () => number
  /** Shows only lines with this text; all for ''. */
  readonly filter: (text: string) => void
  /** Shows only lines that match, or that have a status of a class; null for what a viewer cannot do. */
  readonly filterRegex: ((source: string) => void) | null
  readonly filterStatus: ((statusClass: string) => void) | null
  /** Whether that is done. */
  readonly isFiltered: () => boolean
}

const none: readonly string[] = []

function Ours({ session }: { session: LogSession }) {
  const { params, change } = useLogParams()
  return (
    <LogViewer session={session} params={params} change={change} fileStem="bench" shownPods={none} isReady canFollow />
  )
}

/** The viewer of the Logs tab with all that stands in it: histogram, rankings, facets, find, counts. */
export function ours(element: HTMLElement): Viewer {
  const session = new LogSession(compileFormat(DEFAULT_FORMAT))
  const splitters = SOURCES.map(() => createLineSplitter())
  for (const source of SOURCES)
    session.open(session.sourceOf(`kubesphere-router-kubesphere-system-54ffd87988-${source}`))
  session.start()
  createRoot(element).render(
    <MemoryRouter>
      <Ours session={session} />
    </MemoryRouter>,
  )
  return {
    push: (source, bytes) =>
      session.push(source, splitters[source]?.push(bytes).flatMap((line) => readStamp(line) ?? []) ?? []),
    count: () => session.view.length,
    filter: (value) => session.setFilters(value === '' ? [] : [{ kind: 'text', keep: 'include', value }]),
    filterRegex: (value) => session.setFilters([{ kind: 'regex', keep: 'include', value }]),
    filterStatus: (status) => session.setChoice({ ...everything, values: { status: [status] } }),
    isFiltered: () => session.view.isUpToDate,
  }
}

/** The other one, fed as its documentation says for lines that the page brings; it shows them as they come. */
export function theirs(element: HTMLElement): Viewer {
  const log = createRef<LazyLog>()
  const splitters = SOURCES.map(() => createLineSplitter())
  createRoot(element).render(
    <LazyLog ref={log} external follow enableSearch height={700} width={1200} caseInsensitive selectableLines />,
  )
  return {
    push: (source, bytes) => log.current?.appendLines(splitters[source]?.push(bytes) ?? []),
    count: () => log.current?.state.count ?? 0,
    filter: (text) => {
      log.current?.handleSearch(text)
      log.current?.handleFilterLinesWithMatches(text !== '')
    },
    filterRegex: null,
    filterStatus: null,
    isFiltered: () => (log.current?.state.filteredLines?.count() ?? 0) > 0,
  }
}
