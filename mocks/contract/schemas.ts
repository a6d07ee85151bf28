import * as v from 'valibot'
import { Gateway, GatewayPage, GatewaysOfNamespace, Message, Nginx } from '@/wire/gateway'
import { EventList, IngressPage, paged, Service, Status } from '@/wire/k8s'
import { LogSearchResult } from '@/wire/logs'
import { MonitoringAnswer } from '@/wire/monitoring'
import {
  ClusterPage,
  Configz,
  Namespace,
  NamespacePage,
  OAuthError,
  Role,
  TokenResponse,
  User,
  Version,
} from '@/wire/session'
import { Deployment, NodePage, PodPage } from '@/wire/workload'
import type { Recording } from './recordings'

/** Which schema of the wire describes which answer. */

interface Rule {
  method: string
  path: RegExp
  schema: v.GenericSchema
}

const rule = (method: string, path: RegExp, schema: v.GenericSchema): Rule => ({ method, path, schema })
const list = (item: v.GenericSchema) => v.looseObject({ items: v.array(item) })

const rules: readonly Rule[] = [
  rule('POST', /^\/oauth\/token$/, TokenResponse),
  rule('GET', /^\/kapis\/version$/, Version),
  rule('GET', /\/configs\/configz$/, Configz),
  rule('GET', /\/users\/[^/]+$/, User),
  rule('GET', /\/globalroles$/, paged(Role)),
  rule('GET', /\/globalroles\/[^/]+$/, Role),
  rule('GET', /\/clusters$/, ClusterPage),
  rule('GET', /^\/kapis\/.*\/namespaces$/, NamespacePage),
  rule('GET', /^\/api\/v1\/namespaces\/[^/]+$/, Namespace),
  rule('GET', /^\/kapis\/gateway.kubesphere.io\/v1alpha1\/gateways\/?$/, GatewayPage),
  rule('GET', /^\/kapis\/.*\/namespaces\/[^/]+\/gateways\/?$/, GatewaysOfNamespace),
  rule('POST', /^\/kapis\/.*\/gateways\/?$/, Gateway),
  rule('PUT', /^\/kapis\/.*\/gateways\/?$/, Gateway),
  rule('DELETE', /^\/kapis\/.*\/gateways\/?$/, Message),
  rule('POST', /\/upgrade$/, Gateway),
  rule('GET', /\/pods$/, PodPage),
  rule(
    'GET',
    /^\/apis\/gateway.*\/gateways$/,
    v.union([list(Gateway), v.looseObject({ type: v.string(), object: Gateway })]),
  ),
  rule('POST', /^\/apis\/gateway.*\/gateways$/, Gateway),
  rule('GET', /^\/apis\/gateway.*\/gateways\/[^/]+$/, Gateway),
  rule('POST', /^\/apis\/gateway.*\/gateways\/[^/]+$/, Gateway),
  rule('PUT', /^\/apis\/gateway.*\/gateways\/[^/]+$/, Gateway),
  rule('PATCH', /^\/apis\/gateway.*\/gateways\/[^/]+$/, Gateway),
  rule('DELETE', /^\/apis\/gateway.*\/gateways\/[^/]+$/, Gateway),
  rule('GET', /\/nginxes\/[^/]+$/, Nginx),
  rule('GET', /\/router$/, Service),
  rule('POST', /\/router$/, Service),
  rule('DELETE', /\/router$/, Service),
  rule('GET', /\/services\/[^/]+$/, Service),
  rule('GET', /^\/apis\/apps\/v1\/.*\/deployments\/[^/]+$/, Deployment),
  rule('GET', /^\/kapis\/.*\/deployments\/[^/]+$/, Deployment),
  rule('GET', /^\/kapis\/.*\/deployments$/, paged(Deployment)),
  rule('GET', /\/nodes$/, NodePage),
  rule('GET', /\/events$/, EventList),
  rule('GET', /^\/kapis\/monitoring\.kubesphere\.io\/.*\/ingresses(?:\/[^/]+)?$/, MonitoringAnswer),
  rule('GET', /\/gateways\/[^/]+\/logs$/, LogSearchResult),
  rule('GET', /\/ingresses$/, IngressPage),
]

/** Answers that the wire has no schema for, because the console does not read them. */
export const withoutSchema: Readonly<Record<string, string>> = {
  'a34-config-oauth': 'the console knows its own client and the life of tokens comes with the token',
  'a46-tenant-workspaces': 'workspaces are not shown',
  'e45-configmap-kubesphere-config': 'full of secrets; the namespace of gateways is known without it',
  'e56-components-or-crds': 'definitions are not shown',
  'e57-quotas': 'quotas are not shown',
}

/** The schema of what a recorded answer says, or `undefined` when it is one of `withoutSchema`. */
export const schemaFor = ({ name, request, response }: Recording): v.GenericSchema | undefined => {
  if (Object.hasOwn(withoutSchema, name)) return undefined
  if (response.status >= 400) return v.union([Status, OAuthError, Message])
  return rules.find(({ method, path }) => method === request.method && path.test(request.path))?.schema
}
