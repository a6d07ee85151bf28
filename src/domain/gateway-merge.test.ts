import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Gateway } from '@/wire/gateway'
import { arbitraryGateway } from '@/test/arbitrary-gateway'
import { diffGateways } from './gateway-diff'
import { applyForm, formFromGateway, type GatewayForm } from './gateway-form'
import { clashId, decide, mergeForm, stillOpen } from './gateway-merge'
import { reviewChanges, type ReviewChange } from './gateway-review'

const gateway = (config: Record<string, string>, replicas = 1): Gateway => ({
  metadata: { name: 'kubesphere-router-kubesphere-system' },
  spec: { controller: { config }, deployment: { replicas }, service: { type: 'NodePort' } },
})

const keys = fc.constantFrom('a', 'b', 'c', 'd')
const map = fc.dictionary(keys, fc.constantFrom('1', '2', '3'), { maxKeys: 4 })
const rows = (pairs: Record<string, string>) =>
  Object.entries(pairs).map(([key, value], index) => ({ id: `r:${index}`, key, value }))

/** A form somebody left behind; always with a load balancer, whose parts are not saved otherwise. */
const edited: fc.Arbitrary<GatewayForm> = fc.record({
  mode: fc.constant('LoadBalancer' as const),
  replicas: fc.integer({ min: 1, max: 4 }),
  tracing: fc.boolean(),
  provider: fc.constantFrom('', 'QingCloud Kubernetes Engine', 'Aliyun ACK'),
  config: map.map(rows),
  annotations: map.map(rows),
})
const balanced = edited.map((form) => applyForm({ ...gateway({}), spec: { service: { type: 'LoadBalancer' } } }, form))

/** A change without what it starts from, which differs with who looks. */
const outcome = (change: ReviewChange) => JSON.stringify({ ...change, before: null })
/** What a change is about. */
const place = (change: ReviewChange) =>
  'key' in change ? `${change.kind} ${change.key}` : change.kind === 'other' ? change.path : change.kind

describe('mergeForm', () => {
  test('an untouched form becomes theirs, whatever both objects are', () => {
    fc.assert(
      fc.property(arbitraryGateway, arbitraryGateway, (base, theirs) => {
        const merged = mergeForm(base, formFromGateway(base), theirs)
        expect(merged.clashes).toEqual([])
        expect(applyForm(theirs, merged.form)).toEqual(theirs)
        expect(merged.taken).toEqual(reviewChanges(base, theirs))
      }),
    )
  })

  test('with nothing new of theirs, every row and value stays as typed', () => {
    fc.assert(
      fc.property(balanced, edited, (base, mine) => {
        expect(mergeForm(base, mine, base)).toEqual({ form: mine, taken: [], clashes: [] })
      }),
    )
  })

  test('without a clash it does not matter who was first', () => {
    fc.assert(
      fc.property(balanced, edited, edited, (base, mine, theirs) => {
        const [my, their] = [applyForm(base, mine), applyForm(base, theirs)]
        const [one, other] = [mergeForm(base, mine, their), mergeForm(base, theirs, my)]
        expect(one.clashes.map(clashId).toSorted()).toEqual(other.clashes.map(clashId).toSorted())
        fc.pre(one.clashes.length === 0)
        expect(diffGateways(applyForm(their, one.form), applyForm(my, other.form))).toEqual([])
      }),
    )
  })

  test('with clashes, taking theirs is what they would get by keeping theirs', () => {
    fc.assert(
      fc.property(balanced, edited, edited, (base, mine, theirs) => {
        const [my, their] = [applyForm(base, mine), applyForm(base, theirs)]
        const [one, other] = [mergeForm(base, mine, their), mergeForm(base, theirs, my)]
        const decided = one.clashes.reduce((form, clash) => decide(form, clash, 'theirs'), one.form)
        expect(reviewChanges(applyForm(their, decided), applyForm(my, other.form))).toEqual([])
      }),
    )
  })

  test('no change of theirs is lost that mine did not touch', () => {
    fc.assert(
      fc.property(balanced, edited, arbitraryGateway, (base, mine, theirs) => {
        const touched = new Set(reviewChanges(base, applyForm(base, mine)).map(place))
        const result = applyForm(theirs, mergeForm(base, mine, theirs).form)
        const lost = reviewChanges(theirs, result).filter((change) => !touched.has(place(change)))
        expect(lost).toEqual([])
      }),
    )
  })

  test('every change of the outcome is one of mine or one of theirs', () => {
    fc.assert(
      fc.property(balanced, edited, edited, (base, mine, theirs) => {
        const [my, their] = [applyForm(base, mine), applyForm(base, theirs)]
        const explained = new Set([...reviewChanges(base, my), ...reviewChanges(base, their)].map(outcome))
        const result = applyForm(their, mergeForm(base, mine, their).form)
        const unexplained = reviewChanges(base, result).filter((change) => !explained.has(outcome(change)))
        expect(unexplained).toEqual([])
      }),
    )
  })

  test('nothing I changed is lost before I decide so', () => {
    fc.assert(
      fc.property(balanced, edited, edited, (base, mine, theirs) => {
        const [my, their] = [applyForm(base, mine), applyForm(base, theirs)]
        const result = applyForm(their, mergeForm(base, mine, their).form)
        const found = new Set(reviewChanges(base, result).map(outcome))
        expect(reviewChanges(base, my).filter((change) => !found.has(outcome(change)))).toEqual([])
      }),
    )
  })

  test('options changed apart are both kept, and a key that I removed stays removed', () => {
    const base = gateway({ a: '1', b: '1', c: '1' })
    const mine = { ...formFromGateway(gateway({ a: '2', b: '1' })) }
    const theirs = gateway({ a: '1', b: '2', c: '1', d: '1' })
    const merged = mergeForm(base, mine, theirs)
    expect(applyForm(theirs, merged.form).spec.controller?.config).toEqual({ a: '2', b: '2', d: '1' })
    expect(merged.clashes).toEqual([])
    expect(merged.taken).toEqual([
      { kind: 'option', key: 'b', before: '1', after: '2' },
      { kind: 'option', key: 'd', before: null, after: '1' },
    ])
  })

  test('what both changed differently is a clash with its three values, and mine stays in the form', () => {
    const base = gateway({ a: '1', b: '1' }, 1)
    const mine = { ...formFromGateway(gateway({ a: '2' }, 2)) }
    const merged = mergeForm(base, mine, gateway({ a: '3', b: '9' }, 3))
    expect(merged.clashes).toEqual([
      { part: 'replicas', base: 1, mine: 2, theirs: 3 },
      { part: 'config', key: 'a', base: '1', mine: '2', theirs: '3' },
      { part: 'config', key: 'b', base: '1', mine: null, theirs: '9' },
    ])
    expect(merged.taken).toEqual([])
    expect(merged.form).toMatchObject({ replicas: 2, config: [{ key: 'a', value: '2' }] })
  })

  test('rows that are being typed stay: without a key, with one that comes twice, merely offered ones', () => {
    const base = gateway({ a: '1' })
    const typed = [
      { id: '0:a', key: 'a', value: '1' },
      { id: 'n1', key: '', value: 'half' },
      { id: 'n2', key: 'a', value: '7' },
      { id: 'option:use-gzip', key: 'use-gzip', value: 'false' },
    ]
    const merged = mergeForm(base, { ...formFromGateway(base), config: typed }, gateway({ a: '1', z: '1' }))
    expect(merged.form.config.slice(0, 4)).toEqual(typed)
    expect(merged.form.config[4]).toMatchObject({ key: 'z', value: '1' })
    const theirGzip = mergeForm(
      base,
      { ...formFromGateway(base), config: typed },
      gateway({ a: '1', 'use-gzip': 'true' }),
    )
    expect(theirGzip.form.config.map((row) => [row.key, row.value])).toEqual([
      ['a', '1'],
      ['', 'half'],
      ['a', '7'],
      ['use-gzip', 'true'],
    ])
  })
})

describe('decide', () => {
  test('theirs makes that place theirs, mine leaves it mine, and nothing else moves', () => {
    fc.assert(
      fc.property(balanced, edited, edited, fc.nat(), (base, mine, theirs, pick) => {
        const their = applyForm(base, theirs)
        const { form, clashes } = mergeForm(base, mine, their)
        fc.pre(clashes.length > 0)
        const clash = clashes[pick % clashes.length]
        if (clash === undefined) return
        expect(reviewChanges(applyForm(their, form), applyForm(their, decide(form, clash, 'mine')))).toEqual([])
        const left = mergeForm(base, decide(form, clash, 'theirs'), their).clashes.map(clashId)
        expect(left).toEqual(clashes.map(clashId).filter((id) => id !== clashId(clash)))
      }),
    )
  })
})

test('a clash nobody decided stays one, though a later merge no longer sees it', () => {
  const first = mergeForm(gateway({}, 1), { ...formFromGateway(gateway({}, 2)) }, gateway({}, 3))
  const second = mergeForm(gateway({}, 3), first.form, gateway({ a: '1' }, 3))
  expect(second.clashes).toEqual([])
  expect(stillOpen(first.clashes, second.clashes)).toEqual(first.clashes)
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
