import { expect, test } from 'vitest'
import type { ServicePort } from '@/wire/k8s'
import { toAddresses, type Exposure } from './address'
import { portUrls } from './port-urls'

/** Addresses as the server lists them: whatever has a letter beyond those of IPv6 is a host name. */
const known = (...entries: string[]): Exposure => ({
  kind: 'known',
  addresses: toAddresses(entries.map((entry) => (/[g-z]/.test(entry) ? { hostname: entry } : { ip: entry }))),
})
const http: ServicePort = { name: 'http', port: 80, nodePort: 32_287 }
const https: ServicePort = { name: 'https', port: 443, nodePort: 31_000 }

test.each<[string, ServicePort, Exposure | null, string, string[]]>([
  ['a node port', http, known('10.0.0.1', '10.0.0.2'), 'NodePort', ['http://10.0.0.1:32287', 'http://10.0.0.2:32287']],
  ['the usual port needs no number', https, known('203.0.113.7'), 'LoadBalancer', ['https://203.0.113.7']],
  [
    'another one does',
    { name: 'https', port: 8443 },
    known('lb.example.com'),
    'LoadBalancer',
    ['https://lb.example.com:8443'],
  ],
  ['IPv6 on a node port', http, known('2001:db8::1'), 'NodePort', ['http://[2001:db8::1]:32287']],
  [
    'a load balancer with several addresses, of every kind',
    https,
    known('lb.example.com', '2001:db8::1', '203.0.113.7', '203.0.113.8'),
    'LoadBalancer',
    ['https://203.0.113.7', 'https://203.0.113.8', 'https://[2001:db8::1]', 'https://lb.example.com'],
  ],
  ['by number, without a name', { port: 443 }, known('lb'), 'LoadBalancer', ['https://lb']],
  ['a node port that is not known yet', { name: 'http', port: 80 }, known('lb'), 'NodePort', []],
  ['not the web', { name: 'metrics', port: 10_254 }, known('lb'), 'LoadBalancer', []],
  ['no address', http, { kind: 'none' }, 'LoadBalancer', []],
  ['an address that is pending', http, { kind: 'pending' }, 'LoadBalancer', []],
  ['old addresses while the type changes', http, { kind: 'switching', to: 'NodePort' }, 'NodePort', []],
  ['nothing is known yet', http, null, 'LoadBalancer', []],
])('%s', (_case, port, exposure, type, urls) => {
  expect(portUrls(port, exposure, type)).toEqual(urls)
})
