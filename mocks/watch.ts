import { settle } from './controller'
import { isFaulty as hasFault } from './faults'
import type { KubeObject } from './records'
import { status } from './replies'
import { selected } from './kube-list'
import type { Call } from './router'

/** How long a watch lives under the fault `watch-drops`, in milliseconds of real time. */
const DROP = 1000

/** How often an open watch looks for changes, in milliseconds of real time. Nothing runs while none is open. */
const POLL = 250

const versionOf = ({ metadata }: KubeObject) => Number(metadata.resourceVersion)

/**
 * A stream of JSON lines, one for every object that is there, comes, changes or goes (recording e61). It ends when the
 * client leaves, or after `timeoutSeconds`. `gone` are objects that went, each with the version of its going.
 */
export const watch = <Item extends KubeObject>(
  call: Call,
  items: () => Item[],
  show: (item: Item) => unknown,
  gone: () => Item[] = () => [],
): Response => {
  const { world, query, request } = call
  const isFaulty = (fault: 'watch-drops' | 'no-watch') => hasFault(world, fault, request.method, call.info.path)
  if (isFaulty('no-watch'))
    return status(405, 'MethodNotAllowed', 'the server does not allow this method on the requested resource')
  const until = Number(query.get('timeoutSeconds') ?? 0) * 1000
  let known = new Map<string, Item>()
  let timer: ReturnType<typeof setInterval> | undefined
  const stop = () => {
    clearInterval(timer)
    timer = undefined
  }
  const lines = () => {
    settle(world, world.now())
    const present = new Map(selected(items(), query).map((item) => [item.metadata.uid, item]))
    const line = (type: string, item: Item) => `${JSON.stringify({ type, object: show(item) })}\n`
    const came = [...present.values()].filter((item) => !known.has(item.metadata.uid))
    const went = [...known.values()].filter((item) => !present.has(item.metadata.uid))
    const changed = [...present.values()].filter((item) => {
      const before = known.get(item.metadata.uid)
      return before && versionOf(before) !== versionOf(item)
    })
    known = present
    return [
      ...came.map((item) => line('ADDED', item)),
      ...changed.map((item) => line('MODIFIED', item)),
      ...went.map((item) => line('DELETED', item)),
    ].join('')
  }
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      const from = Number(query.get('resourceVersion') ?? 0)
      // A client that says what it has seen wants only what is newer.
      if (from > 0)
        known = new Map(
          selected(
            [...items().filter((item) => versionOf(item) <= from), ...gone().filter((item) => versionOf(item) > from)],
            query,
          ).map((item) => [item.metadata.uid, item]),
        )
      const send = () => {
        const text = lines()
        if (text) controller.enqueue(new TextEncoder().encode(text))
      }
      const end = () => {
        if (!timer) return
        stop()
        controller.close()
      }
      const startedAt = Date.now()
      send()
      timer = setInterval(() => {
        send()
        if (until > 0 && Date.now() - startedAt >= until) end()
        if (timer && isFaulty('watch-drops') && Date.now() - startedAt >= DROP) {
          stop()
          controller.error(new TypeError('the connection broke'))
        }
      }, POLL)
      request.signal.addEventListener('abort', end)
    },
    cancel: stop,
  })
  return new Response(body, { status: 200, headers: { 'Content-Type': 'application/json' } })
}
