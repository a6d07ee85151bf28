import { useEffect, useState, useSyncExternalStore } from 'react'
import type { FeedState } from '@/api/pod-log-feed'
import type { GatewayRef } from '@/domain/gateway'
import type { AccessFormat } from '@/domain/logs/access-format'
import { LiveFeeds, type Since } from './live-feeds'
import { LogSession } from './log-session'

/** A viewer's lines and what feeds them. */
export interface Live {
  readonly session: LogSession
  readonly feeds: LiveFeeds
}

/** What a viewer begins with; only what it is when the component first appears counts. */
interface LiveOptions {
  readonly ref: GatewayRef
  readonly format: AccessFormat | null
  readonly since: Since
  readonly isPrevious: boolean
}

/** Lines and their feeds for as long as the component is there. */
export function useLive({ ref, format, since, isPrevious }: LiveOptions): Live {
  const [live] = useState((): Live => {
    const session = new LogSession(format)
    return { session, feeds: new LiveFeeds(session, ref, since, isPrevious) }
  })
  useEffect(() => {
    live.session.start()
    return () => {
      live.feeds.stop()
      live.session.stop()
    }
  }, [live])
  return live
}

/** How the feeds are. */
export const useFeedStates = ({ feeds }: Live): ReadonlyMap<string, FeedState> =>
  useSyncExternalStore(feeds.subscribe, feeds.states)

/** Pods whose older lines were not loaded. */
export const useCutPods = ({ feeds }: Live): readonly string[] => useSyncExternalStore(feeds.subscribe, feeds.cutPods)

/** Draws again whenever the lines have changed, once per frame at most. */
export const useLines = (session: LogSession): number => useSyncExternalStore(session.subscribe, session.version)

/** The same, twice a second at most, for what is costly to count and nobody reads faster. */
export const useCounts = (session: LogSession): number =>
  useSyncExternalStore(session.subscribeSlowly, session.slowVersion)

/** One fact about the lines: draws again only when it has changed. */
export const useFact = <Fact extends string | number | boolean>(
  session: LogSession,
  read: (session: LogSession) => Fact,
): Fact => useSyncExternalStore(session.subscribeSlowly, () => read(session))
