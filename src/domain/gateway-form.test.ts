import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Gateway } from '@/wire/gateway'
import { arbitraryGateway } from '@/test/arbitrary-gateway'
import { diffGateways } from './gateway-diff'
import {
  applyForm,
  changedParts,
  emptyForm,
  formFromGateway,
  formProblems,
  hasProblems,
  newGateway,
  unsavedParts,
  withOption,
} from './gateway-form'

const gateway = (): Gateway => ({
  apiVersion: 'gateway.kubesphere.io/v1alpha1',
  kind: 'Gateway',
  metadata: {
    name: 'kubesphere-router-kubesphere-system',
    resourceVersion: '7',
    annotations: { 'kubesphere.io/annotations': 'Aliyun ACK', 'kubesphere.io/creator': 'admin' },
  },
  spec: {
    controller: { replicas: 1, config: { 'keep-alive': '75', 'stray-tab\t': 'x' }, scope: {} },
    deployment: { replicas: 2, annotations: { 'servicemesh.kubesphere.io/enabled': 'false' }, resources: {} },
    service: { type: 'LoadBalancer', annotations: { spec: 'slb.s1.small' } },
  },
})

describe('applyForm', () => {
  test('a pair without key and value that somebody stored stays, a blank row that was added does not', () => {
    const odd: Gateway = { ...gateway(), spec: { controller: { config: { '': '' } } } }
    const form = formFromGateway(odd)
    const config = [...form.config, { id: 'new', key: 'use-gzip', value: 'true' }]
    expect(applyForm(odd, { ...form, config }).spec.controller?.config).toEqual({ '': '', 'use-gzip': 'true' })
    const blank = [{ id: 'new', key: '', value: '' }]
    expect(
      applyForm(gateway(), { ...formFromGateway(gateway()), annotations: blank }).spec.service?.annotations,
    ).toEqual({})
  })

  test('saving an untouched form changes nothing, whatever the gateway', () => {
    fc.assert(
      fc.property(arbitraryGateway, (any) => {
        expect(applyForm(any, formFromGateway(any))).toEqual(any)
      }),
    )
  })

  test('one changed option is the only difference, whatever the gateway', () => {
    fc.assert(
      fc.property(arbitraryGateway, (any) => {
        const form = formFromGateway(any)
        const config = [...form.config, { id: 'new', key: 'added-option', value: 'on' }]
        const changes = diffGateways(any, applyForm(any, { ...form, config }))
        expect(changes.length).toBe(1)
        expect(changes[0]?.path.slice(0, 2)).toEqual(['spec', 'controller'])
      }),
    )
  })

  test('a typed key loses the spaces around it, an existing odd key keeps them', () => {
    const form = formFromGateway(gateway())
    const config = [...form.config, { id: 'new', key: ' use-gzip ', value: 'true' }]
    expect(applyForm(gateway(), { ...form, config }).spec.controller?.config).toEqual({
      'keep-alive': '75',
      'stray-tab\t': 'x',
      'use-gzip': 'true',
    })
  })

  test('with NodePort, provider and annotations of the object stay and typed ones are not saved', () => {
    const form = { ...formFromGateway(gateway()), mode: 'NodePort' as const, provider: 'OpenELB' }
    const saved = applyForm(gateway(), form)
    expect(saved.spec.service).toEqual({ type: 'NodePort', annotations: { spec: 'slb.s1.small' } })
    expect(saved.metadata).toEqual(gateway().metadata)
    expect(unsavedParts(formFromGateway(gateway()), form)).toEqual(['provider'])
  })

  test.each([
    ['mode', { mode: 'NodePort' as const }, ['spec', 'service', 'type']],
    ['replicas', { replicas: 3 }, ['spec', 'deployment', 'replicas']],
    ['tracing', { tracing: true }, ['spec', 'deployment', 'annotations', 'servicemesh.kubesphere.io/enabled']],
    ['provider', { provider: '' }, ['metadata', 'annotations', 'kubesphere.io/annotations']],
    ['annotations', { annotations: [] }, ['spec', 'service', 'annotations', 'spec']],
  ])('%s is written where the server reads it', (_part, change, path) => {
    const changes = diffGateways(gateway(), applyForm(gateway(), { ...formFromGateway(gateway()), ...change }))
    expect(changes.map((one) => one.path)).toEqual([path])
  })
})

describe('withOption', () => {
  const base = gateway()
  const offered = withOption(formFromGateway(base), 'use-gzip')

  test('offers a row that is not saved before it is changed', () => {
    expect(offered.config.at(-1)).toMatchObject({ key: 'use-gzip' })
    expect(changedParts(formFromGateway(base), offered)).toEqual([])
    expect(applyForm(base, offered)).toBe(base)
  })

  test('a row that is changed is saved', () => {
    const config = offered.config.map((row) => (row.key === 'use-gzip' ? { ...row, value: 'true' } : row))
    expect(applyForm(base, { ...offered, config }).spec.controller?.config).toMatchObject({ 'use-gzip': 'true' })
  })

  test('an option that is set keeps its row', () =>
    expect(withOption(formFromGateway(base), 'keep-alive')).toEqual(formFromGateway(base)))
})

describe('formProblems', () => {
  test('the empty form can be sent', () => expect(hasProblems(formProblems(emptyForm()))).toBe(false))

  // The server accepts all of these with 200 and fails later.
  test.each([[null], [-1], [1.5], [Number.NaN], [101]])('%s replicas are refused', (replicas) => {
    expect(formProblems({ ...emptyForm(), replicas }).replicas).toBeDefined()
  })

  test('a service type that the console does not know has to be replaced', () => {
    const odd = formFromGateway({ ...gateway(), spec: { service: { type: 'Foo' } } })
    expect(formProblems(odd).mode).toBe('required')
  })

  test('missing and repeated keys are found at their rows; blank rows do not count', () => {
    const config = [
      { id: 'a', key: 'keep-alive', value: '75' },
      { id: 'b', key: '', value: 'on' },
      { id: 'c', key: ' keep-alive ', value: '80' },
      { id: 'd', key: '', value: '' },
    ]
    expect([...formProblems({ ...emptyForm(), config }).config]).toEqual([
      ['b', 'empty'],
      ['c', 'repeated'],
    ])
  })
})

describe('newGateway', () => {
  test('for the cluster: the name, no scope, the creator, and what was typed', () => {
    const form = {
      ...emptyForm(),
      mode: 'LoadBalancer' as const,
      tracing: true,
      provider: 'Aliyun ACK',
      annotations: [{ id: 'a', key: 'spec', value: 'slb.s1.small' }],
      config: [{ id: 'b', key: 'use-gzip', value: 'true' }],
    }
    expect(newGateway(null, form, 'admin')).toEqual({
      apiVersion: 'gateway.kubesphere.io/v1alpha1',
      kind: 'Gateway',
      metadata: {
        name: 'kubesphere-router-kubesphere-system',
        namespace: 'kubesphere-controls-system',
        annotations: { 'kubesphere.io/annotations': 'Aliyun ACK', 'kubesphere.io/creator': 'admin' },
      },
      spec: {
        controller: {
          replicas: 1,
          annotations: {},
          config: { 'use-gzip': 'true' },
          scope: { enabled: false, namespace: '' },
        },
        deployment: { annotations: { 'servicemesh.kubesphere.io/enabled': 'true' }, replicas: 1 },
        service: { annotations: { spec: 'slb.s1.small' }, type: 'LoadBalancer' },
      },
    })
  })

  test('with NodePort, provider and annotations that were typed are not sent', () => {
    const form = { ...emptyForm(), provider: 'OpenELB', annotations: [{ id: 'a', key: 'k', value: 'v' }] }
    const sent = newGateway('dev', form, 'admin')
    expect(sent.spec.service).toEqual({ annotations: {}, type: 'NodePort' })
    expect(sent.metadata.annotations?.['kubesphere.io/annotations']).toBe('')
    expect(sent.spec.controller?.scope).toEqual({ enabled: true, namespace: 'dev' })
  })
})
