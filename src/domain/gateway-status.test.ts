import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Gateway } from '@/wire/gateway'
import type { Condition } from '@/wire/k8s'
import { arbitraryGateway } from '@/test/arbitrary-gateway'
import {
  conditionsWith,
  gateway,
  wanting,
  nginx,
  deployment,
  allReady,
  service,
  pod,
  starting,
  crashing,
  NOW,
  facts,
  applying,
  type NginxController,
} from '@/test/gateway-facts'
import { gatewayState, isSettling, needsPods, type GatewayFacts, type GatewayState } from './gateway-status'

describe('gatewayState, from the first object to the last', () => {
  const removal = { name: 'x', uid: 'u', resourceVersion: '1', deletionTimestamp: '2026-11-24T00:52:41Z' }
  const failed: Condition = { type: 'ReleaseFailed', status: 'True', reason: 'InstallError', message: 'no such chart' }
  const stuck: Condition = {
    type: 'Irreconcilable',
    status: 'True',
    reason: 'ReconcileError',
    message: 'rollback failed',
  }

  test.each<[string, Partial<GatewayFacts>, object]>([
    ['ready', {}, { kind: 'ready', ready: 1, wanted: 1 }],
    [
      'removing, even when it had failed before',
      { gateway: gateway({}, { metadata: removal, status: { conditions: conditionsWith(failed) } }) },
      { kind: 'removing', since: '2026-11-24T00:52:41Z' },
    ],
    [
      'a release of the gateway itself that failed',
      { gateway: gateway({}, { status: { conditions: conditionsWith(failed) } }) },
      { kind: 'failed', reason: 'InstallError', message: 'no such chart' },
    ],
    [
      'a failure tells more than the release before it',
      {
        gateway: gateway({}, { status: { conditions: conditionsWith(stuck, failed) } }),
        nginx: null,
        deployment: null,
      },
      { kind: 'failed', reason: 'InstallError', message: 'no such chart' },
    ],
    [
      'a gateway that cannot be reconciled',
      { gateway: gateway({}, { status: { conditions: conditionsWith(stuck) } }) },
      { kind: 'failed', reason: 'ReconcileError', message: 'rollback failed' },
    ],
    [
      'a failure without words',
      { gateway: gateway({}, { status: { conditions: conditionsWith({ type: 'ReleaseFailed', status: 'True' }) } }) },
      { kind: 'failed', reason: 'ReleaseFailed', message: '' },
    ],
    ['status null, right after a create', { gateway: gateway({}, { status: null }) }, applying('operator', 1, 1)],
    [
      'not deployed yet',
      { gateway: gateway({}, { status: { conditions: [{ type: 'Initialized', status: 'True' }] } }), deployment: null },
      applying('operator', 0, 1),
    ],
    ['no Nginx object yet', { nginx: null, deployment: null }, applying('helm', 0, 1)],
    [
      'an Nginx object that nobody took up',
      { nginx: { ...nginx(), status: null }, deployment: null },
      applying('helm', 0, 1),
    ],
    ['no Deployment yet', { deployment: null }, applying('helm', 0, 1)],
    ['no Service yet', { service: null }, applying('service', 1, 1)],
    ['a Service with its old type', { service: service('LoadBalancer') }, applying('service', 1, 1)],
    ['a Service that does not say its type', { service: service() }, { kind: 'ready', ready: 1, wanted: 1 }],
    ['a Service that may not be read', { service: undefined }, { kind: 'ready', ready: 1, wanted: 1 }],
  ])('%s', (_case, change, state) => {
    expect(gatewayState(facts(change))).toEqual(state)
  })

  test('a failure that only the Nginx object tells is seen (recording e50)', () => {
    const broken = nginx({ replicaCount: -1 }, [
      {
        type: 'Deployed',
        status: 'True',
        reason: 'UpgradeSuccessful',
        message: 'The ingress-nginx controller has been installed.',
      },
      { type: 'Initialized', status: 'True' },
      { type: 'Irreconcilable', status: 'True', reason: 'ReconcileError', message: 'rollback failed' },
      { type: 'ReleaseFailed', status: 'True', reason: 'UpgradeError', message: 'rollback failed: spec.clusterIPs[0]' },
    ])
    expect(gatewayState(facts({ gateway: wanting(-1), nginx: broken }))).toEqual({
      kind: 'failed',
      reason: 'UpgradeError',
      message: 'rollback failed: spec.clusterIPs[0]',
    })
  })
})

describe('an Nginx object that lags behind', () => {
  const configured = (config: Record<string, string> | null) => gateway({ controller: { config } })
  const old = conditionsWith({ type: 'ReleaseFailed', status: 'True', reason: 'UpgradeError' })

  test.each<[string, Gateway, NginxController | null, boolean]>([
    ['in replicas', wanting(3), { replicaCount: 1 }, true],
    ['in replicas down to none', wanting(0), { replicaCount: 1 }, true],
    ['in type', gateway({ service: { type: 'LoadBalancer' } }), {}, true],
    ['in type, which is LoadBalancer for an empty spec', gateway({ service: null }), {}, true],
    ['in a value of the configuration', configured({ 'keep-alive': '75' }), { config: { 'keep-alive': '60' } }, true],
    ['in a new key', configured({ 'keep-alive': '75' }), {}, true],
    ['in a removed key', configured(null), { config: { 'keep-alive': '75' } }, true],
    ['not: all equal', configured({ a: '1', b: '2' }), { config: { b: '2', a: '1' }, replicaCount: 1 }, false],
    ['not: no replicas are asked for', gateway({ deployment: null }), { replicaCount: 1 }, false],
    ['not: an empty configuration is no configuration', configured({}), { config: null }, false],
    ['not: its spec does not tell', wanting(3), null, false],
  ])('%s', (_case, of, controller, lags) => {
    // A failure of the release before must not be shown for the change that is on its way.
    const state = gatewayState(facts({ gateway: of, nginx: nginx(controller, old), deployment: allReady(1) }))
    expect(state).toMatchObject(lags ? { kind: 'applying', step: 'operator' } : { kind: 'failed' })
  })
})

describe('a change that was made a moment ago', () => {
  test('is not called ready on what may still be from before it', () => {
    expect(gatewayState(facts({ justWritten: true }))).toEqual(applying('operator', 1, 1))
  })

  test('does not hide a failure', () => {
    expect(
      gatewayState(
        facts({ justWritten: true, nginx: nginx({}, conditionsWith({ type: 'ReleaseFailed', status: 'True' })) }),
      ).kind,
    ).toBe('failed')
  })
})

describe('rights', () => {
  const unknown = { nginx: undefined, deployment: undefined, service: undefined }

  test.each<[string, Partial<GatewayFacts>, object]>([
    ['nothing but the gateway may be read', unknown, { kind: 'unknown', why: 'rights' }],
    ['the Deployment may not be read', { ...unknown, nginx: nginx() }, { kind: 'unknown', why: 'rights' }],
    ['the Nginx object may not be read', { nginx: undefined }, { kind: 'ready', ready: 1, wanted: 1 }],
    [
      'the gateway itself tells that it is not deployed',
      { ...unknown, gateway: gateway({}, { status: null }) },
      applying('operator', 0, 1),
    ],
    [
      'a failure is told without the Deployment',
      {
        deployment: undefined,
        nginx: nginx({}, conditionsWith({ type: 'ReleaseFailed', status: 'True', reason: 'UpgradeError' })),
      },
      { kind: 'failed', reason: 'UpgradeError', message: '' },
    ],
    [
      'Ready is not claimed while the Nginx object, which may know of a failure, could not be read',
      { nginx: undefined, isUnread: true },
      { kind: 'unknown', why: 'failed' },
    ],
    [
      'a failure that was read is told whatever else could not be read',
      {
        isUnread: true,
        deployment: undefined,
        nginx: nginx({}, conditionsWith({ type: 'ReleaseFailed', status: 'True', reason: 'UpgradeError' })),
      },
      { kind: 'failed', reason: 'UpgradeError', message: '' },
    ],
  ])('%s', (_case, change, state) => {
    expect(gatewayState(facts(change))).toEqual(state)
  })
})

describe('a legacy gateway', () => {
  const legacy = gateway({}, { metadata: { name: 'kubesphere-router-old', creationTimestamp: null }, status: {} })

  test.each<[string, Partial<GatewayFacts>, object]>([
    [
      'has no conditions and no Nginx object, its Deployment tells',
      { nginx: null },
      { kind: 'ready', ready: 1, wanted: 1 },
    ],
    ['runs as many pods as its Deployment says', { nginx: null, deployment: allReady(2) }, applying('pods', 2, 1)],
    [
      'unknown when its Deployment may not be read',
      { nginx: null, deployment: undefined },
      { kind: 'unknown', why: 'rights' },
    ],
    [
      'unknown when there is no Deployment to tell',
      { nginx: null, deployment: null },
      { kind: 'unknown', why: 'legacy' },
    ],
  ])('%s', (_case, change, state) => {
    expect(gatewayState(facts({ gateway: legacy, ...change }))).toEqual(state)
  })
})

test('never throws, whatever the gateway and whatever is known', () => {
  const known = fc.record({
    gateway: arbitraryGateway,
    nginx: fc.constantFrom(undefined, null, nginx(), nginx(null, null), { metadata: { name: 'x' } }),
    deployment: fc.constantFrom(undefined, null, allReady(1), { ...allReady(1), status: null }),
    service: fc.constantFrom(undefined, null, service('NodePort'), service()),
    now: fc.constant(NOW),
    pods: fc.constantFrom(undefined, [], [starting, crashing], [pod('x', null)]),
  })
  fc.assert(
    fc.property(known, (any) => {
      expect(gatewayState(any).kind).toMatch(/^(?:failed|applying|degraded|stopped|ready|unknown)$/)
    }),
  )
})

test.each<[GatewayState, boolean]>([
  [{ kind: 'removing', since: '' }, true],
  [{ kind: 'applying', step: 'helm', ready: 0, wanted: 1 }, true],
  [{ kind: 'ready', ready: 1, wanted: 1 }, false],
  [{ kind: 'stopped' }, false],
  [{ kind: 'failed', reason: 'UpgradeError', message: '' }, false],
  [{ kind: 'degraded', ready: 0, wanted: 1, message: null }, false],
  [{ kind: 'unknown', why: 'rights' }, false],
])('%j is settling: %s', (state, settling) => {
  expect(isSettling(state)).toBe(settling)
})

test.each<[string, GatewayFacts['deployment'], boolean]>([
  ['not known', undefined, false],
  ['not there', null, false],
  ['all ready', allReady(2), false],
  ['none wanted', deployment(0, {}), false],
  ['one missing', deployment(2, { readyReplicas: 1 }), true],
  ['no status', { ...allReady(1), status: null }, true],
])('pods are needed with a Deployment %s: %s', (_case, of, needed) => {
  expect(needsPods(of)).toBe(needed)
})
