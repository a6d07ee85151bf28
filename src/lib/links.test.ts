import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { links, safeReturnPath } from './links'

describe('links', () => {
  test.each([
    [links.home(), '/'],
    [links.login(), '/login'],
    [links.login('/'), '/login'],
    [links.login('/clusters/host?page=2&tab=a'), '/login?next=%2Fclusters%2Fhost%3Fpage%3D2%26tab%3Da'],
    [links.clusters(), '/clusters'],
    [links.gateways('host'), '/clusters/host/gateways/cluster'],
    [links.gateways('host', 'project'), '/clusters/host/gateways/project'],
    [links.gateway('host', 'project', 'dev'), '/clusters/host/gateways/project/dev'],
    [links.gateway('host', 'cluster', 'g', 'resource-status'), '/clusters/host/gateways/cluster/g/resource-status'],
    [links.gateway('a/b', 'project', 'c?d#e f'), '/clusters/a%2Fb/gateways/project/c%3Fd%23e%20f'],
  ])('%s', (link, path) => {
    expect(link).toBe(path)
  })

  test('signing in leads back to where one was', () => {
    const place = '/clusters/host/gateways/project/dev?range=1h&step=60s#top'
    const next = new URL(links.login(place), 'https://console.example').searchParams.get('next')
    expect(safeReturnPath(next)).toBe(place)
  })
})

describe('safeReturnPath', () => {
  test.each(['/', '/clusters', '/clusters/host/gateways/cluster?page=2#x', '/a//b', '/a%2F%2Fb', '/%5Cevil.example'])(
    '%s is kept',
    (path) => {
      expect(safeReturnPath(path)).toBe(path)
    },
  )

  test.each([
    null,
    '',
    'clusters',
    '//evil.example',
    '///evil.example',
    String.raw`/\evil.example`,
    String.raw`\\evil.example`,
    String.raw`/clusters\evil`,
    'https://evil.example',
    'https:evil.example',
    'HTTPS://evil.example/clusters',
    'javascript:alert(1)',
    'data:text/html,x',
    '/\n/evil.example',
    '/\t/evil.example',
    '/\r/evil.example',
    '\t//evil.example',
    ' //evil.example',
    ' /clusters',
    '/clusters\n',
    '/clus ters',
  ])('%j becomes the start page', (path) => {
    expect(safeReturnPath(path)).toBe('/')
  })

  test('never leaves the site, and is a path', () => {
    const tricky = fc.string({
      unit: fc.constantFrom('/', '\\', ':', '.', '@', '?', '#', '\t', '\n', '\r', ' ', '\0', 'a', '%'),
    })
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          tricky,
          tricky.map((rest) => `/${rest}`),
        ),
        (next) => {
          const path = safeReturnPath(next)
          expect(path.startsWith('/')).toBe(true)
          expect(new URL(path, 'https://console.example/login').origin).toBe('https://console.example')
        },
      ),
      { numRuns: 1000 },
    )
  })
})
