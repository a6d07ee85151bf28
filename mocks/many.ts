import { deploymentOf, nginxOf, serviceOf } from './charts'
import { gateway, namespace } from './fixtures'
import { iso } from './metadata'
import { gatewayName, nginxName } from './names'
import { newPod, ready, scheduled, started } from './pods'
import { between, oneOf, uuid } from './random'
import type { KubeObject } from './records'
import { statusOf } from './rollout'
import type { Cluster, Db } from './tables'

/** Projects by the thousand. Their rows are made when somebody asks for them, so the world begins at once. */

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** How many projects `many-projects` has. */
export const MANY = 2000

/** Project names for `many-projects`: believable, and each only once. */
const projectName = (index: number): string => {
  const team = oneOf(`team/${index}`, ['atlas', 'borealis', 'cobalt', 'delta', 'ember', 'fjord', 'granite', 'harbor'])
  const app = oneOf(`app/${index}`, ['api', 'web', 'auth', 'search', 'cart', 'ledger', 'media', 'report', 'sync'])
  return `${team}-${app}-${String(index + 1).padStart(4, '0')}`
}

/** Project, gateway, Service, Deployment and pods number `index` (from 0). */
export const addMany = (db: Db, cluster: Cluster, index: number): void => {
  const project = projectName(index)
  const name = gatewayName(project)
  const at = db.seededAt - 60 * DAY + index * 35 * MINUTE
  const version = String(1000 + index)
  const stamped = <Row extends KubeObject>(row: Row): Row => ({
    ...row,
    metadata: { ...row.metadata, resourceVersion: version },
  })
  const isBalanced = index % 5 === 0
  const made = () => {
    const record = gateway(
      {
        namespace: project,
        type: isBalanced ? 'LoadBalancer' : 'NodePort',
        replicas: between(`replicas/${index}`, 1, 4),
        tracing: index % 3 === 0,
        ...(isBalanced && { provider: 'Aliyun ACK' }),
      },
      at,
    )
    return { record, nginx: nginxOf(record, iso(at + 1000)) }
  }
  const deployment = () => {
    const { record, nginx } = made()
    return deploymentOf(record, nginx, iso(at + 1000))
  }
  const pods = () => {
    const owner = deployment()
    const nodes = cluster.nodes.values()
    return Array.from({ length: owner.spec.replicas ?? 1 }, (_, serial) => {
      const pod = newPod(owner, uuid(`many/${index}/${serial}`), at + 1000)
      const place = nodes[(index + serial) % nodes.length]
      return stamped(place ? ready(started(scheduled(pod, place, at + 2000), at + 3000), at + 4000) : pod)
    })
  }
  const time = { lastTransitionTime: iso(at + 1000) }
  cluster.namespaces.lazy(project, () => stamped(namespace(project, at - DAY, 'demo-ws')))
  cluster.gateways.lazy(name, () => {
    const { record } = made()
    return stamped({
      ...record,
      metadata: { ...record.metadata, finalizers: ['uninstall-helm-release'] },
      status: {
        conditions: [
          {
            ...time,
            message: 'release was successfully installed',
            reason: 'InstallSuccessful',
            status: 'True',
            type: 'Deployed',
          },
          { ...time, status: 'True', type: 'Initialized' },
          { ...time, status: 'False', type: 'Irreconcilable' },
          { ...time, status: 'False', type: 'ReleaseFailed' },
        ],
        deployedRelease: { name },
      },
    })
  })
  cluster.nginxes.lazy(nginxName(name), () => stamped(made().nginx))
  cluster.services.lazy(name, () => {
    const { record, nginx } = made()
    const service = serviceOf(record, nginx, iso(at + 1000), uuid(`service/${nginx.metadata.uid}`))
    const ingress = [{ ip: `203.0.113.${between(name, 1, 255)}` }]
    return stamped(isBalanced ? { ...service, status: { loadBalancer: { ingress } } } : service)
  })
  cluster.deployments.lazy(name, () => {
    const owner = deployment()
    return stamped({ ...owner, status: statusOf(owner, pods(), at + 4000) })
  })
  cluster.pods.lazy(name, pods)
}
