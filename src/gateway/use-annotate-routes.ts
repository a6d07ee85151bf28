import { useEffect, useRef, useState } from 'react'
import { annotateRoutes, type TracingChange } from '@/api/route-tracing'
import type { ClusterScope } from '@/domain/cluster'
import { routeId, type RouteTracing } from '@/domain/tracing-check'
import { useT } from '@/lib/i18n/t'
import { toast } from '@/ui/Toasts'
import { useChange } from './use-change'

/** How a route fared: what it was asked for last, and what would take that back. */
export type Outcome =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running' }
  | { readonly kind: 'added'; readonly undo: TracingChange }
  | { readonly kind: 'undone' }
  | { readonly kind: 'refused'; readonly error: Error; readonly undo: TracingChange | null }

type Outcomes = ReadonlyMap<string, Outcome>

/** Counts how the routes of the last run fared. */
export interface RunResult {
  readonly done: number
  readonly total: number
}

/**
 * Adds the annotation to routes and takes it back, and keeps what became of each. Whoever leaves meanwhile is told when
 * the last answer is there.
 */
export function useAnnotateRoutes(cluster: ClusterScope) {
  const { t } = useT()
  const [outcomes, setOutcomes] = useState<Outcomes>(new Map())
  const [result, setResult] = useState<RunResult | null>(null)
  const isHere = useRef(false)
  const refused = useRef(0)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])

  const change = useChange(annotateRoutes(cluster), ({ changes }) => {
    const counts = { done: changes.length - refused.current, total: changes.length }
    if (isHere.current) setResult(counts)
    else toast(refused.current === 0 ? 'success' : 'error', t('trace.result', counts))
  })
  const tell = (route: RouteTracing, outcome: Outcome) =>
    setOutcomes((known) => new Map(known).set(routeId(route), outcome))

  const run = (changes: readonly TracingChange[], isUndo: boolean) => {
    refused.current = 0
    setResult(null)
    for (const { route } of changes) tell(route, { kind: 'waiting' })
    change.mutate({
      changes,
      onStart: ({ route }) => tell(route, { kind: 'running' }),
      onResult: (asked, now) => {
        const { route } = asked
        if (now instanceof Error) {
          refused.current += 1
          tell(route, { kind: 'refused', error: now, undo: isUndo ? asked : null })
        } else if (isUndo) tell(route, { kind: 'undone' })
        else tell(route, { kind: 'added', undo: { route: now, value: route.value } })
      },
    })
  }
  return {
    outcomes,
    result,
    isRunning: change.isPending,
    add: (routes: readonly RouteTracing[]) =>
      run(
        routes.map((route) => ({ route, value: 'true' })),
        false,
      ),
    undo: (changes: readonly TracingChange[]) => run(changes, true),
  }
}

/** What would take back everything that was added here. */
export const undoable = (outcomes: Outcomes): readonly TracingChange[] =>
  [...outcomes.values()].flatMap((outcome) =>
    (outcome.kind === 'added' || outcome.kind === 'refused') && outcome.undo !== null ? [outcome.undo] : [],
  )
