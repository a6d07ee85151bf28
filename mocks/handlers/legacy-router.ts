import { at, stringMap, text } from '@mocks/json'
import { legacyOf, legacyService } from '@mocks/legacy'
import { gatewayName } from '@mocks/names'
import { json, kapisError } from '@mocks/replies'
import { param, type Call, type Route } from '@mocks/router'
import { parseBody } from '@mocks/validation'
import { routerService, typedObject } from '@mocks/views'

/** The router API from before 3.2, by which legacy gateways are made and removed (recordings b01, b02, h12). */

const PATH = '/kapis/resources.kubesphere.io/v1alpha2/namespaces/:ns/router'
const missing = (project: string) => `service "${gatewayName(project)}" not found`

const read = (call: Call) => {
  const { world, cluster } = call
  const service = cluster.services.get(gatewayName(param(call, 'ns')))
  return service ? json(routerService(world, cluster, service)) : json({ message: missing(param(call, 'ns')) }, 404)
}

const create = async (call: Call) => {
  const { world, cluster, now } = call
  const project = param(call, 'ns')
  const name = gatewayName(project)
  if (cluster.services.get(name)) return kapisError(`services "${name}" already exists`, 500)
  const parsed = parseBody(await call.request.text())
  if ('error' in parsed) return kapisError(parsed.error, 400)
  const annotations = stringMap(at(parsed.body, 'annotations')) ?? {}
  const uid = world.db.unique(`legacy/${project}`)
  const service = world.db.stamp(legacyService(project, uid, text(parsed.body['type']), annotations, now))
  cluster.services.put(name, service)
  world.db.commit()
  return json(routerService(world, cluster, service))
}

const remove = (call: Call) => {
  const { world, cluster } = call
  const project = param(call, 'ns')
  const service = legacyOf(cluster, project)
  if (!service) return kapisError(missing(project), 500)
  cluster.services.remove(service.metadata.name)
  cluster.legacyConfigs.remove(project)
  world.db.commit()
  return json({ ...typedObject(service), status: { loadBalancer: {} } })
}

export const legacyRouterRoutes: readonly Route[] = [
  { method: 'GET', path: PATH, answer: read },
  { method: 'POST', path: PATH, answer: create },
  { method: 'DELETE', path: PATH, answer: remove },
]
