import { createRef } from 'react'
import { createRoot } from 'react-dom/client'
import { MemoryRouter } from 'react-router'
import { LazyLog } from '@melloware/react-logviewer'
import { compileFormat, DEFAULT_FORMAT } from '@/domain/logs/access-format'
import { createLineSplitter } from '@/domain/logs/line-splitter'
import { readStamp } from '@/domain/logs/stamp'
import { LineList } from '@/pages/gateway-details/logs/LineList'
import { LogSession } from '@/pages/gateway-details/logs/log-session'
import { useLogParams } from '@/pages/gateway-details/logs/use-log-params'

/** A viewer as the benchmark drives it. */
export interface Viewer {
  /** Takes bytes as they come over the wire. */
  readonly push: (bytes: Uint8Array) => void
  /** How many lines it shows at the moment. */
  readonly count: () => number
  /** Shows only lines with this text. */
  readonly filter: (text: string) => void
  /** Whether that is done, when so many lines have the text. */
  readonly isFiltered: () => boolean
}

const noop = () => undefined

function Ours({ session }: { session: LogSession }) {
  const { params, change } = useLogParams()
  return (
    <LineList
      ref={createRef()}
      session={session}
      params={params}
      change={change}
      hit={null}
      isReady
      isFollowing
      onFollow={noop}
    />
  )
}

/** The list of the Logs tab with all that stands behind it. */
export function ours(element: HTMLElement): Viewer {
  const session = new LogSession(compileFormat(DEFAULT_FORMAT))
  const splitter = createLineSplitter()
  const source = session.sourceOf('kubesphere-router-kubesphere-system-54ffd87988-rj9fn')
  session.start()
  session.open(source)
  createRoot(element).render(
    <MemoryRouter>
      <Ours session={session} />
    </MemoryRouter>,
  )
  return {
    push: (bytes) =>
      session.push(
        source,
        splitter.push(bytes).flatMap((line) => readStamp(line) ?? []),
      ),
    count: () => session.view.length,
    filter: (value) => session.setFilters([{ kind: 'text', keep: 'include', value }]),
    isFiltered: () => session.view.isUpToDate,
  }
}

/** The other one, fed as its documentation says for lines that the page brings. */
export function theirs(element: HTMLElement): Viewer {
  const log = createRef<LazyLog>()
  const splitter = createLineSplitter()
  createRoot(element).render(
    <LazyLog ref={log} external follow enableSearch height={700} width={1200} caseInsensitive selectableLines />,
  )
  return {
    push: (bytes) => log.current?.appendLines(splitter.push(bytes)),
    count: () => log.current?.state.count ?? 0,
    filter: (text) => {
      log.current?.handleSearch(text)
      log.current?.handleFilterLinesWithMatches(true)
    },
    isFiltered: () => (log.current?.state.filteredLines?.count() ?? 0) > 0,
  }
}
