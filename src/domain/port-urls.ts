import type { ServicePort } from '@/wire/k8s'

const schemes = ['http', 'https'] as const
const defaultPorts: Readonly<Record<(typeof schemes)[number], number>> = { http: 80, https: 443 }

/** What a port speaks: by its name, as the chart gives it, or by its number; null when it is not the web. */
function schemeOf(port: ServicePort): (typeof schemes)[number] | null {
  const byName = schemes.find((scheme) => scheme === port.name)
  return byName ?? schemes.find((scheme) => defaultPorts[scheme] === port.port) ?? null
}

/**
 * Where a port can be opened in a browser: one URL per address, with the node port for a NodePort Service. `hosts` are
 * addresses in the form URLs need. Empty for ports that do not speak HTTP, or whose node port is not known yet.
 */
export function portUrls(port: ServicePort, hosts: readonly string[], serviceType: string): readonly string[] {
  const scheme = schemeOf(port)
  const number = serviceType === 'NodePort' ? port.nodePort : port.port
  if (scheme === null || number === undefined) return []
  return hosts.map((host) => `${scheme}://${host}${number === defaultPorts[scheme] ? '' : `:${number}`}`)
}
