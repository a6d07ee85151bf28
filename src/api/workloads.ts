import { queryOptions } from '@tanstack/react-query'
import { EventList, Service } from '@/wire/k8s'
import { Deployment, PodPage } from '@/wire/workload'
import { gatewayName, type GatewayRef } from '@/domain/gateway'
import { gatewayQueries } from './gateways'
import { request, requestOrNull } from './http'
import { paths } from './paths'

const getDeployment = (ref: GatewayRef) => requestOrNull(paths.deployment(ref), { schema: Deployment })
const getService = (ref: GatewayRef) => requestOrNull(paths.service(ref), { schema: Service })
const getPods = (ref: GatewayRef) =>
  request('GET', paths.pods(ref), { schema: PodPage, query: { page: 1, limit: 100 } })
const getEvents = (ref: GatewayRef, object: string) =>
  request('GET', paths.events(ref.cluster), {
    schema: EventList,
    query: { fieldSelector: `involvedObject.name=${object}` },
  })

const key = (ref: GatewayRef, kind: string) => [...gatewayQueries.all(ref.cluster), kind, gatewayName(ref)] as const

/** What Helm made of a gateway. All of it changes when the gateway does, so it hangs below the gateways' root. */
export const workloadQueries = {
  deployment: (ref: GatewayRef) =>
    queryOptions({ queryKey: key(ref, 'deployment'), queryFn: () => getDeployment(ref) }),
  service: (ref: GatewayRef) => queryOptions({ queryKey: key(ref, 'service'), queryFn: () => getService(ref) }),
  pods: (ref: GatewayRef) => queryOptions({ queryKey: key(ref, 'pods'), queryFn: () => getPods(ref) }),
  /** Events of the objects that share the gateway's name: the Gateway, its Service and its Deployment. */
  events: (ref: GatewayRef) =>
    queryOptions({ queryKey: key(ref, 'events'), queryFn: () => getEvents(ref, gatewayName(ref)) }),
}
