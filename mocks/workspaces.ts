import { iso, managed } from './metadata'
import { uuid } from './random'
import type { KubeObject } from './records'

const TENANT = 'tenant.kubesphere.io/v1alpha2'

const template = (name: string, at: number, placement: Record<string, unknown>, isBuiltIn: boolean): KubeObject => {
  const spec = {
    template: { metadata: { creationTimestamp: null }, spec: { manager: 'admin', networkIsolation: false } },
    placement,
  }
  const row = {
    kind: 'WorkspaceTemplate',
    apiVersion: TENANT,
    metadata: {
      name,
      uid: uuid(`workspacetemplate/${name}`),
      resourceVersion: '619',
      generation: 2,
      creationTimestamp: iso(at),
      ...(isBuiltIn && { labels: { 'kubefed.io/managed': 'false' } }),
      annotations: { 'kubesphere.io/creator': 'admin' },
      finalizers: ['finalizers.workspacetemplate.kubesphere.io'],
      managedFields: managed(undefined, 'ks-controller-manager', TENANT, at, { spec }),
    },
    spec,
  }
  return row
}

/** The two workspaces of the platform (recording a46). `at` = when the world began, in ms. */
export const workspaceTemplates = (at: number): KubeObject[] => [
  template('demo-ws', at, { clusters: [{ name: 'host' }] }, false),
  template('system-workspace', at - 1000, { clusterSelector: {} }, true),
]
