import { kubeList } from '@mocks/kube-list'
import { gatewayOfInstance, WORKING } from '@mocks/names'
import { listed, paged } from '@mocks/paging'
import type { KubeObject } from '@mocks/records'
import { json, kapisError, notFound } from '@mocks/replies'
import { param, type Call, type Route } from '@mocks/router'
import { demanded, matchesLabels } from '@mocks/selectors'
import { withAddress } from '@mocks/route-status'
import type { Table } from '@mocks/table'
import type { Cluster } from '@mocks/tables'
import { typedObject } from '@mocks/views'
import { watch } from '@mocks/watch'
import { patchIngress } from './ingress-patch'

/** Pods, Deployments, Services, Events, routes, nodes and namespaces of a cluster. */

const KAPIS = '/kapis/resources.kubesphere.io/v1alpha3'
const CORE = '/api/v1'

const isHere = (call: Call) => ['', WORKING].includes(param(call, 'ns'))

/** All pods, or those of one gateway when the selector names it. That is the only case with thousands of gateways. */
const podsOf = (cluster: Cluster, query: URLSearchParams) => {
  const instance = demanded(query.get('labelSelector'), 'app.kubernetes.io/instance')
  return instance ? (cluster.pods.get(gatewayOfInstance(instance)) ?? []) : cluster.pods.values().flat()
}

/** Routes of one project or of the whole cluster. */
const ingressesOf = (call: Call) => {
  const project = param(call, 'ns')
  return call.cluster.ingresses
    .values()
    .filter(({ metadata }) => !project || metadata.namespace === project)
    .map((ingress) => withAddress(call.cluster, ingress))
}

/** What a path shows, by the last word of it. */
type Rows = (call: Call) => KubeObject[]
const inWorkingNamespace =
  (rows: Rows): Rows =>
  (call) =>
    isHere(call) ? rows(call) : []

/** The rows of a table, or only those the query names: with thousands of gateways the others need not be made. */
const namedRows = <Row extends KubeObject>(table: Table<Row>, query: URLSearchParams): Row[] =>
  query
    .get('names')
    ?.split(',')
    .flatMap((name) => table.get(name) ?? []) ?? table.values()

const deployments = inWorkingNamespace(({ cluster, query }) => namedRows(cluster.deployments, query))
const services = inWorkingNamespace(({ cluster, query }) => namedRows(cluster.services, query))
const pods = inWorkingNamespace(({ cluster, query }) => podsOf(cluster, query))
const buried = inWorkingNamespace(({ cluster }) => cluster.buried)
const nodes: Rows = ({ cluster }) => cluster.nodes.values()

/** A kapis list; `labelSelector` is applied before paging (recording e47). */
const kapisList = (rows: Rows) => (call: Call) => {
  const found = rows(call).filter(({ metadata }) => matchesLabels(metadata.labels, call.query.get('labelSelector')))
  return json(paged(listed(found), call.query, typedObject))
}

const coreList =
  (rows: Rows, kind: string, apiVersion: string, gone: Rows = () => []) =>
  (call: Call) => {
    if (call.info.verb === 'watch')
      return watch(
        call,
        () => rows(call),
        (row) => row,
        () => gone(call),
      )
    const list = { kind, apiVersion, resourceVersion: call.world.db.version(), isCustom: false }
    return kubeList(rows(call), call.query, list, typedObject)
  }

const byName = (rows: Rows, group: string, resource: string) => (call: Call) => {
  const name = param(call, 'name')
  const found = rows(call).find(({ metadata }) => metadata.name === name)
  return found ? json(found) : notFound({ name, group, resource })
}

/** A single object through kapis: without `kind` (recording e42), and a missing one is a 500 text. */
const kapisByName = (rows: Rows, what: string) => (call: Call) => {
  const name = param(call, 'name')
  const found = rows(call).find(({ metadata }) => metadata.name === name)
  return found ? json(typedObject(found)) : kapisError(`${what} "${name}" not found`, 500)
}

const events = (call: Call) => {
  const list = { kind: 'EventList', apiVersion: 'v1', resourceVersion: call.world.db.version(), isCustom: false }
  return kubeList(isHere(call) ? call.cluster.events.values() : [], call.query, list, (event) => event)
}

const readDeployment = (call: Call) => {
  const name = param(call, 'name')
  const found = isHere(call) ? call.cluster.deployments.get(name) : undefined
  return found ? json(found) : notFound({ name, group: 'apps', resource: 'deployments' })
}

const readService = (call: Call) => {
  const name = param(call, 'name')
  const found = isHere(call) ? call.cluster.services.get(name) : undefined
  return found ? json(found) : notFound({ name, group: '', resource: 'services' })
}

const NETWORKING = 'networking.k8s.io'

const INGRESSES = `/apis/${NETWORKING}/v1`
const APPS = '/apis/apps/v1'

export const workloadRoutes: readonly Route[] = [
  { method: 'GET', path: `${KAPIS}/nodes`, answer: kapisList(nodes) },
  { method: 'GET', path: `${KAPIS}/ingresses`, answer: kapisList(ingressesOf) },
  { method: 'GET', path: `${KAPIS}/namespaces/:ns/ingresses`, answer: kapisList(ingressesOf) },
  { method: 'GET', path: `${KAPIS}/namespaces/:ns/pods`, answer: kapisList(pods) },
  { method: 'GET', path: `${KAPIS}/namespaces/:ns/services`, answer: kapisList(services) },
  { method: 'GET', path: `${KAPIS}/namespaces/:ns/deployments`, answer: kapisList(deployments) },
  {
    method: 'GET',
    path: `${KAPIS}/namespaces/:ns/deployments/:name`,
    answer: kapisByName(deployments, 'deployment.apps'),
  },
  // Events are not among the resources that kapis serves (recording e34).
  { method: 'GET', path: `${KAPIS}/namespaces/:ns/events`, answer: () => kapisError('resource is not supported', 404) },
  { method: 'GET', path: `${CORE}/namespaces/:ns/pods`, answer: coreList(pods, 'PodList', 'v1', buried) },
  { method: 'GET', path: `${CORE}/watch/namespaces/:ns/pods`, answer: coreList(pods, 'PodList', 'v1', buried) },
  { method: 'GET', path: `${CORE}/namespaces/:ns/services`, answer: coreList(services, 'ServiceList', 'v1') },
  { method: 'GET', path: `${CORE}/namespaces/:ns/services/:name`, answer: readService },
  { method: 'GET', path: `${CORE}/namespaces/:ns/events`, answer: events },
  {
    method: 'GET',
    path: `${APPS}/namespaces/:ns/deployments`,
    answer: coreList(deployments, 'DeploymentList', 'apps/v1'),
  },
  { method: 'GET', path: `${APPS}/namespaces/:ns/deployments/:name`, answer: readDeployment },
  { method: 'GET', path: `${INGRESSES}/ingresses`, answer: coreList(ingressesOf, 'IngressList', `${NETWORKING}/v1`) },
  {
    method: 'GET',
    path: `${INGRESSES}/namespaces/:ns/ingresses`,
    answer: coreList(ingressesOf, 'IngressList', `${NETWORKING}/v1`),
  },
  {
    method: 'GET',
    path: `${INGRESSES}/namespaces/:ns/ingresses/:name`,
    answer: byName(ingressesOf, NETWORKING, 'ingresses'),
  },
  { method: 'PATCH', path: `${INGRESSES}/namespaces/:ns/ingresses/:name`, answer: patchIngress },
]
