import { expect, test } from 'vitest'
import type { ServicePort } from '@/wire/k8s'
import { portUrls } from './port-urls'

test.each<[string, ServicePort, string[], string, string[]]>([
  [
    'a node port',
    { name: 'http', port: 80, nodePort: 32_287 },
    ['10.0.0.1', '10.0.0.2'],
    'NodePort',
    ['http://10.0.0.1:32287', 'http://10.0.0.2:32287'],
  ],
  [
    'the usual port needs no number',
    { name: 'https', port: 443, nodePort: 31_000 },
    ['203.0.113.7'],
    'LoadBalancer',
    ['https://203.0.113.7'],
  ],
  [
    'another one does',
    { name: 'https', port: 8443 },
    ['lb.example.com'],
    'LoadBalancer',
    ['https://lb.example.com:8443'],
  ],
  ['IPv6', { name: 'http', port: 80, nodePort: 30_001 }, ['[2001:db8::1]'], 'NodePort', ['http://[2001:db8::1]:30001']],
  ['by number, without a name', { port: 443 }, ['a'], 'LoadBalancer', ['https://a']],
  ['a node port that is not known yet', { name: 'http', port: 80 }, ['a'], 'NodePort', []],
  ['not the web', { name: 'metrics', port: 10_254 }, ['a'], 'LoadBalancer', []],
  ['no address', { name: 'http', port: 80 }, [], 'LoadBalancer', []],
])('%s', (_case, port, hosts, type, urls) => {
  expect(portUrls(port, hosts, type)).toEqual(urls)
})
