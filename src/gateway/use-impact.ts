import { useQuery } from '@tanstack/react-query'
import { gatewayQueries } from '@/api/gateways'
import { ingressQueries } from '@/api/ingresses'
import { monitoringQueries } from '@/api/monitoring'
import { projectGatewayQueries } from '@/api/project-gateways'
import type { GatewayRef } from '@/domain/gateway'
import { metricOf } from '@/domain/metrics'
import { projectsToAsk, routeRates } from '@/domain/route-rates'
import { fallbacks, toRoute, type Route } from '@/domain/routes'
import { failureDetail } from '@/ui/FailureNotice'

/** How often the requests per second are asked for anew, in milliseconds. */
const INTERVAL = 15_000

/** Other gateways that routes may fall back on; `data` is undefined while they are not known. */
function useOthers(ref: GatewayRef) {
  const isOfAll = ref.project === null
  const every = useQuery({ ...projectGatewayQueries.every(ref.cluster), enabled: isOfAll })
  const serving = useQuery({ ...gatewayQueries.ofProject(ref), enabled: !isOfAll })
  const { isPending, isFetching, error, refetch } = isOfAll ? every : serving
  const data = isOfAll ? every.data : serving.data && { items: serving.data, isComplete: true }
  return { isPending, isFetching, error, refetch, data }
}

/** Requests per second of every route; `why` tells why there are none, also where the answer was 200 (recording f06). */
function useRates(ref: GatewayRef, routes: readonly Route[], isComplete: boolean, isKnown: boolean) {
  const { data, error, isPending, isFetching, refetch } = useQuery({
    ...monitoringQueries.routesNow(ref, projectsToAsk(routes, isComplete)),
    enabled: isKnown,
    refetchInterval: INTERVAL,
  })
  const metric = data && metricOf(data.all, 'rateByRoute')
  return {
    isPending,
    isFetching,
    refetch,
    why: error ? failureDetail(error) : metric?.kind === 'failed' ? metric.message : null,
    rateOf: data ? routeRates(routes, isComplete, data) : () => null,
  }
}

/** What it would mean if a gateway were gone: its routes, what they fall back on, and how much they are asked for now. */
export function useImpact(ref: GatewayRef) {
  const routes = useQuery(ingressQueries.allServedBy(ref))
  const others = useOthers(ref)
  const all = (routes.data?.items ?? []).map(toRoute)
  const rates = useRates(ref, all, routes.data?.isComplete ?? true, routes.data !== undefined)
  return { routes, others, all, rates, fallbackOf: fallbacks(ref, others.data?.items ?? []) }
}
