import { describe, expect, test } from 'vitest'
import { paths } from './paths'

const single = { name: 'default', prefixed: false }
const member = { name: 'member 1', prefixed: true }
const RAW = 'gateway.kubesphere.io/v1alpha1/namespaces/kubesphere-controls-system'

describe('paths of the platform are the same for every cluster', () => {
  test.each([
    [paths.version, '/kapis/version'],
    [paths.configz, '/kapis/config.kubesphere.io/v1alpha2/configs/configz'],
    [paths.clusters, '/kapis/resources.kubesphere.io/v1alpha3/clusters'],
    [paths.user('admin'), '/kapis/iam.kubesphere.io/v1alpha2/users/admin'],
    [paths.user('a/b?c'), '/kapis/iam.kubesphere.io/v1alpha2/users/a%2Fb%3Fc'],
    [paths.globalRole('platform-admin'), '/kapis/iam.kubesphere.io/v1alpha2/globalroles/platform-admin'],
    [paths.globalRole('a/b'), '/kapis/iam.kubesphere.io/v1alpha2/globalroles/a%2Fb'],
  ])('%s', (path, expected) => {
    expect(path).toBe(expected)
  })
})

describe.each([
  ['a single cluster', single, ''],
  ['a member cluster', member, '/clusters/member%201'],
])('paths of %s', (_case, cluster, prefix) => {
  const ofCluster = { cluster, project: null }
  const ofProject = { cluster, project: 'dev' }
  const odd = { cluster, project: 'a/b c' }

  test.each([
    ['gateways', paths.gateways(cluster), '/kapis', 'gateway.kubesphere.io/v1alpha1/gateways'],
    [
      'gatewaysOf the cluster, which kapis knows as kubesphere-system',
      paths.gatewaysOf(ofCluster),
      '/kapis',
      'gateway.kubesphere.io/v1alpha1/namespaces/kubesphere-system/gateways',
    ],
    [
      'gatewaysOf a project',
      paths.gatewaysOf(ofProject),
      '/kapis',
      'gateway.kubesphere.io/v1alpha1/namespaces/dev/gateways',
    ],
    [
      'gatewaysOf, encoded',
      paths.gatewaysOf(odd),
      '/kapis',
      'gateway.kubesphere.io/v1alpha1/namespaces/a%2Fb%20c/gateways',
    ],
    [
      'pods of the cluster gateway',
      paths.pods(ofCluster),
      '/kapis',
      'gateway.kubesphere.io/v1alpha1/namespaces/kubesphere-system/gateways/kubesphere-router-kubesphere-system/pods',
    ],
    [
      'pods of a project gateway',
      paths.pods(ofProject),
      '/kapis',
      'gateway.kubesphere.io/v1alpha1/namespaces/dev/gateways/kubesphere-router-dev/pods',
    ],
    [
      'pods, encoded',
      paths.pods(odd),
      '/kapis',
      'gateway.kubesphere.io/v1alpha1/namespaces/a%2Fb%20c/gateways/kubesphere-router-a%2Fb%20c/pods',
    ],
    [
      'podLog',
      paths.podLog(ofProject, 'a/b'),
      '/kapis',
      'gateway.kubesphere.io/v1alpha1/namespaces/dev/gateways/kubesphere-router-dev/pods/a%2Fb/log',
    ],
    [
      'logs of the cluster gateway',
      paths.logs(ofCluster),
      '/kapis',
      'gateway.kubesphere.io/v1alpha1/namespaces/kubesphere-system/gateways/kubesphere-router-kubesphere-system/logs',
    ],
    [
      'rawGateway of the cluster, stored in another namespace',
      paths.rawGateway(ofCluster),
      '/apis',
      `${RAW}/gateways/kubesphere-router-kubesphere-system`,
    ],
    ['rawGateway of a project', paths.rawGateway(ofProject), '/apis', `${RAW}/gateways/kubesphere-router-dev`],
    ['rawGateway, encoded', paths.rawGateway(odd), '/apis', `${RAW}/gateways/kubesphere-router-a%2Fb%20c`],
    [
      'nginx of the cluster gateway',
      paths.nginx(ofCluster),
      '/apis',
      `${RAW}/nginxes/kubesphere-router-kubesphere-system-ingress`,
    ],
    ['nginx of a project gateway', paths.nginx(ofProject), '/apis', `${RAW}/nginxes/kubesphere-router-dev-ingress`],
    [
      'upgrade',
      paths.upgrade(ofProject),
      '/kapis',
      'gateway.kubesphere.io/v1alpha1/namespaces/dev/gateways/kubesphere-router-dev/upgrade',
    ],
    ['legacyRouter', paths.legacyRouter(ofProject), '/kapis', 'resources.kubesphere.io/v1alpha2/namespaces/dev/router'],
    ['nginx, encoded', paths.nginx(odd), '/apis', `${RAW}/nginxes/kubesphere-router-a%2Fb%20c-ingress`],
    [
      'deployment',
      paths.deployment(ofProject),
      '/apis',
      'apps/v1/namespaces/kubesphere-controls-system/deployments/kubesphere-router-dev',
    ],
    [
      'service',
      paths.service(ofProject),
      '/api',
      'v1/namespaces/kubesphere-controls-system/services/kubesphere-router-dev',
    ],
    [
      'deployments',
      paths.deployments(cluster),
      '/kapis',
      'resources.kubesphere.io/v1alpha3/namespaces/kubesphere-controls-system/deployments',
    ],
    [
      'services',
      paths.services(cluster),
      '/kapis',
      'resources.kubesphere.io/v1alpha3/namespaces/kubesphere-controls-system/services',
    ],
    ['ownProjects', paths.ownProjects(cluster), '/kapis', 'tenant.kubesphere.io/v1alpha2/namespaces'],
    ['events', paths.events(cluster), '/api', 'v1/namespaces/kubesphere-controls-system/events'],
    ['nodes', paths.nodes(cluster), '/kapis', 'resources.kubesphere.io/v1alpha3/nodes'],
    [
      'watchedDeployments',
      paths.watchedDeployments(cluster),
      '/apis',
      'apps/v1/namespaces/kubesphere-controls-system/deployments',
    ],
    ['watchedPods', paths.watchedPods(cluster), '/api', 'v1/namespaces/kubesphere-controls-system/pods'],
    [
      'metrics',
      paths.metrics(cluster, 'a/b'),
      '/kapis',
      'monitoring.kubesphere.io/v1alpha3/namespaces/a%2Fb/ingresses',
    ],
    [
      'ingress, encoded',
      paths.ingress(cluster, 'a/b', 'c d'),
      '/apis',
      'networking.k8s.io/v1/namespaces/a%2Fb/ingresses/c%20d',
    ],
    [
      'ingresses of all projects',
      paths.ingresses(cluster, null),
      '/kapis',
      'resources.kubesphere.io/v1alpha3/ingresses',
    ],
    [
      'ingresses of a project',
      paths.ingresses(cluster, 'dev'),
      '/kapis',
      'resources.kubesphere.io/v1alpha3/namespaces/dev/ingresses',
    ],
    [
      'ingresses, encoded',
      paths.ingresses(cluster, 'a/b'),
      '/kapis',
      'resources.kubesphere.io/v1alpha3/namespaces/a%2Fb/ingresses',
    ],
    [
      'clusterRolesOf',
      paths.clusterRolesOf(cluster, 'a/b'),
      '/kapis',
      'iam.kubesphere.io/v1alpha2/clustermembers/a%2Fb/clusterroles',
    ],
  ])('%s', (_what, path, first, rest) => {
    expect(path).toBe(`${first}${prefix}/${rest}`)
  })
})

// The table above names every path, so that a new one is not forgotten there.
test('there are no other paths', () => {
  expect(Object.keys(paths).toSorted()).toEqual([
    'clusterRolesOf',
    'clusters',
    'configz',
    'deployment',
    'deployments',
    'events',
    'gateways',
    'gatewaysOf',
    'globalRole',
    'ingress',
    'ingresses',
    'legacyRouter',
    'logs',
    'metrics',
    'nginx',
    'nodes',
    'ownProjects',
    'podLog',
    'pods',
    'rawGateway',
    'service',
    'services',
    'upgrade',
    'user',
    'version',
    'watchedDeployments',
    'watchedPods',
  ])
})
