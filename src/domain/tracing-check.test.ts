import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Ingress } from '@/wire/k8s'
import { isTraceable, routeId, SERVICE_UPSTREAM, toRouteTracing, tracingCommands, tracingPatch } from './tracing-check'

const ingress = (annotations?: Record<string, string> | null): Ingress => ({
  metadata: { name: 'web', namespace: 'shop', resourceVersion: '7', ...(annotations !== undefined && { annotations }) },
  spec: { rules: [{ host: 'shop.example.com' }] },
})

describe('toRouteTracing', () => {
  test.each<[string, Ingress, string | null, boolean]>([
    ['no annotations', ingress(), null, false],
    ['null annotations', ingress(null), null, false],
    ['others only', ingress({ 'example.com/a': 'true' }), null, false],
    ['true', ingress({ [SERVICE_UPSTREAM]: 'true' }), 'true', true],
    ['false', ingress({ [SERVICE_UPSTREAM]: 'false' }), 'false', false],
    ['nothing', ingress({ [SERVICE_UPSTREAM]: '' }), '', false],
    ['another way to write it', ingress({ [SERVICE_UPSTREAM]: 'True' }), 'True', false],
  ])('%s', (_case, from, value, traceable) => {
    const route = toRouteTracing(from)
    expect(route).toEqual({ project: 'shop', name: 'web', hosts: ['shop.example.com'], value, version: '7' })
    expect(isTraceable(route)).toBe(traceable)
  })
})

/** What a server does with a merge patch of metadata (RFC 7386). */
const patched = (annotations: Record<string, string>, patch: ReturnType<typeof tracingPatch>) =>
  Object.fromEntries(
    Object.entries({ ...annotations, ...patch.metadata.annotations }).flatMap(([key, value]) =>
      value === null ? [] : [[key, value] as const],
    ),
  )

describe('tracingPatch', () => {
  test('asks for a version only when there is one', () => {
    expect(tracingPatch('true', undefined)).toEqual({ metadata: { annotations: { [SERVICE_UPSTREAM]: 'true' } } })
    expect(tracingPatch(null, '7').metadata.resourceVersion).toBe('7')
  })

  test('adding it and taking it back leaves every route as it was', () => {
    const key = fc.oneof(fc.constant(SERVICE_UPSTREAM), fc.string())
    fc.assert(
      fc.property(fc.dictionary(key, fc.string(), { noNullPrototype: true }), (annotations) => {
        const before = toRouteTracing(ingress(annotations)).value
        const added = patched(annotations, tracingPatch('true', undefined))
        expect(isTraceable(toRouteTracing(ingress(added)))).toBe(true)
        expect(patched(added, tracingPatch(before, undefined))).toEqual(annotations)
      }),
    )
  })
})

test('one command does it for the routes of a project', () => {
  const routes = [
    { project: 'shop', name: 'web' },
    { project: 'dev-2', name: 'preview' },
    { project: 'shop', name: 'api' },
  ]
  expect(tracingCommands(routes)).toBe(
    `kubectl -n dev-2 annotate ingress preview ${SERVICE_UPSTREAM}=true --overwrite\n` +
      `kubectl -n shop annotate ingress api web ${SERVICE_UPSTREAM}=true --overwrite`,
  )
  expect(tracingCommands([])).toBe('')
})

test('routes of one name are told apart by their project', () => {
  expect(routeId({ project: 'dev', name: 'web' })).not.toBe(routeId({ project: 'dev-2', name: 'web' }))
})
