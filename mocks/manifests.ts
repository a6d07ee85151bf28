import { toYaml } from './json'
import { nginxSpec } from './charts'
import { nginxName } from './names'
import type { GatewayRecord } from './records'

/** The text of `status.deployedRelease.manifest` of a Gateway: what Helm applied, about 3 KB (recording c61). */
export const gatewayManifest = (gateway: GatewayRecord): string =>
  `---\n${toYaml({
    apiVersion: gateway.apiVersion,
    kind: 'Nginx',
    metadata: { name: nginxName(gateway.metadata.name), namespace: gateway.metadata.namespace ?? '' },
    spec: nginxSpec(gateway),
  })}`

const SECOND_HALF = `
An example Ingress that makes use of the controller:
  apiVersion: networking.k8s.io/v1
  kind: Ingress
  metadata:
    name: example
    namespace: foo
  spec:
    ingressClassName: nginx
    rules:
      - host: www.example.com
        http:
          paths:
            - backend:
                service:
                  name: exampleService
                  port:
                    number: 80
              path: /
`

/** What the chart says after an install; the Nginx object's `Deployed` condition repeats it (recording e48). */
export const chartNotes = (name: string, namespace: string, type: string): string => {
  const get = (port: string, index: number) =>
    `  export ${port}=$(kubectl --namespace ${namespace} get services -o jsonpath="{.spec.ports[${index}].nodePort}" ${name})\n`
  const how =
    type === 'NodePort'
      ? `Get the application URL by running these commands:\n${get('HTTP_NODE_PORT', 0)}${get('HTTPS_NODE_PORT', 1)}`
      : `It may take a few minutes for the LoadBalancer IP to be available.\nYou can watch the status by running 'kubectl --namespace ${namespace} get services -o wide -w ${name}'\n`
  return `The ingress-nginx controller has been installed.\n${how}${SECOND_HALF}`
}
