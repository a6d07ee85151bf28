import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Gateway } from '@/wire/gateway'
import { arbitraryGateway } from '@/test/arbitrary-gateway'
import { diffGateways } from './gateway-diff'
import { applyForm, formFromGateway } from './gateway-form'
import { mergeForm } from './gateway-merge'

const gateway = (config: Record<string, string>, replicas = 1): Gateway => ({
  metadata: { name: 'kubesphere-router-kubesphere-system' },
  spec: { controller: { config }, deployment: { replicas }, service: { type: 'NodePort' } },
})

describe('mergeForm', () => {
  test('an untouched form becomes theirs, whatever both objects are', () => {
    fc.assert(
      fc.property(arbitraryGateway, arbitraryGateway, (base, theirs) => {
        const merged = mergeForm(base, formFromGateway(base), theirs)
        expect(merged.clashes).toEqual([])
        expect(applyForm(theirs, merged.form)).toEqual(theirs)
      }),
    )
  })

  test('with nothing new of theirs, mine stays as typed', () => {
    const base = gateway({ a: '1' })
    const mine = { ...formFromGateway(base), replicas: 3 }
    expect(mergeForm(base, mine, base)).toMatchObject({ form: { replicas: 3 }, taken: [], clashes: [] })
  })

  test('options changed apart are both kept, and a key that I removed stays removed', () => {
    const base = gateway({ a: '1', b: '1', c: '1' })
    const mine = { ...formFromGateway(gateway({ a: '2', b: '1' })) }
    const theirs = gateway({ a: '1', b: '2', c: '1', d: '1' })
    const merged = mergeForm(base, mine, theirs)
    expect(applyForm(theirs, merged.form).spec.controller?.config).toEqual({ a: '2', b: '2', d: '1' })
    expect(merged).toMatchObject({ taken: ['config'], clashes: [] })
  })

  test('the same part changed by both is a clash, and mine stays in the form', () => {
    const base = gateway({ a: '1' }, 1)
    const mine = { ...formFromGateway(gateway({ a: '2' }, 2)) }
    const merged = mergeForm(base, mine, gateway({ a: '3' }, 3))
    expect(merged.clashes).toEqual(['replicas', 'config'])
    expect(merged.form).toMatchObject({ replicas: 2, config: [{ key: 'a', value: '2' }] })
  })
})

describe('diffGateways', () => {
  test('equal gateways have no difference', () => {
    fc.assert(
      fc.property(arbitraryGateway, (any) => {
        expect(diffGateways(any, structuredClone(any))).toEqual([])
      }),
    )
  })

  test('what the server keeps for itself does not count', () => {
    const before = gateway({ a: '1' })
    const after = { ...before, metadata: { ...before.metadata, resourceVersion: '9', generation: 4 }, status: {} }
    expect(diffGateways(before, after)).toEqual([])
  })
})
