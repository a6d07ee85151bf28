import type { Cluster, Step } from './tables'
import { address, deploy, install, release, rollout, service } from './helm'
import { nginxName } from './names'
import { uuid } from './random'
import type { GatewayRecord } from './records'
import { tick } from './rollout'
import { DELAY, isDue, own, schedule, SWEEP, TICK } from './steps'
import type { World } from './world'

/**
 * What the operator does after a write. Nothing here waits: steps lie in the database with the time they are due, and
 * `settle` catches up before a request is answered. Every step reads what is wanted now, so a second write while the
 * first is still being worked on needs no special care.
 */

/** After a create. `at` = when it was written, in ms. */
export const gatewayCreated = (world: World, cluster: Cluster, gateway: GatewayRecord, at: number): void => {
  schedule(world, cluster, own(gateway), 'install', at, DELAY.install)
  schedule(world, cluster, own(gateway), 'deploy', at, DELAY.deploy)
}

/** After a change of the spec. */
export const gatewayUpdated = (world: World, cluster: Cluster, gateway: GatewayRecord, at: number): void => {
  // Not installed yet: the steps of the create read the new spec.
  if (isDue(cluster, gateway, 'deploy')) return
  schedule(world, cluster, own(gateway), 'install', at, DELAY.install)
  schedule(world, cluster, own(gateway), 'release', at, DELAY.release)
  schedule(world, cluster, own(gateway), 'rollout', at, DELAY.rollout)
  schedule(world, cluster, own(gateway), 'service', at, DELAY.service)
}

/** After a delete of a gateway that has the operator's finalizer. */
export const gatewayDeleted = (world: World, cluster: Cluster, gateway: GatewayRecord, at: number): void => {
  cluster.steps = cluster.steps.filter((step) => step.uid !== gateway.metadata.uid)
  schedule(world, cluster, own(gateway), 'remove', at, DELAY.remove)
}

/** Does everything that is due at `now` (ms), in order of time. Answers whether there was anything. */
export const settle = (world: World, now: number): boolean => {
  let moved = false
  for (const cluster of world.db.clusters.values()) {
    for (;;) {
      const next = cluster.steps
        .filter((step) => step.at <= now)
        .reduce<Step | undefined>((first, step) => (first && first.at <= step.at ? first : step), undefined)
      if (!next) break
      cluster.steps = cluster.steps.filter((step) => step !== next)
      take(world, cluster, next)
      moved = true
    }
  }
  if (moved) world.db.commit()
  return moved
}

const take = (world: World, cluster: Cluster, step: Step) => {
  if (step.action === 'sweep') return sweep(cluster, step)
  const gateway = cluster.gateways.get(step.gateway)
  if (gateway?.metadata.uid !== step.uid) return
  switch (step.action) {
    case 'install':
      return install(world, cluster, gateway, step.at)
    case 'deploy':
      return deploy(world, cluster, gateway, step.at)
    case 'release':
      return release(world, cluster, gateway, step.at)
    case 'rollout':
      return rollout(world, cluster, gateway, step.at)
    case 'service':
      return service(world, cluster, gateway, step.at)
    case 'address':
      return address(world, cluster, gateway, step.at)
    case 'pods':
      if (tick(world.db, cluster, step.gateway, step.at)) schedule(world, cluster, step, 'pods', step.at, TICK)
      return
    case 'remove':
      cluster.gateways.remove(step.gateway)
      cluster.nginxes.remove(nginxName(step.gateway))
      schedule(world, cluster, step, 'sweep', step.at, SWEEP)
  }
}

/** Service, Deployment and pods of a gateway that is gone, unless a new one of the same name has replaced them. */
const sweep = (cluster: Cluster, { gateway, uid }: Step) => {
  const nginx = uuid(`nginx/${uid}`)
  const found = cluster.services.get(gateway)
  const isLegacy = found?.metadata.labels?.['component'] === 'ks-router'
  const owner = found?.metadata.ownerReferences?.[0]?.uid
  if (found && !isLegacy && (!owner || owner === nginx)) cluster.services.remove(gateway)
  if (cluster.deployments.get(gateway)?.metadata.ownerReferences?.[0]?.uid !== nginx) return
  cluster.deployments.remove(gateway)
  cluster.pods.remove(gateway)
}
