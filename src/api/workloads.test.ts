import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Deployment, Pod } from '@/wire/workload'
import type { GatewayRef } from '@/domain/gateway'
import { noteDeployment, notePod, workloadQueries } from './workloads'

const ref: GatewayRef = { cluster: { name: 'default', prefixed: false }, project: null }
const meta = (name: string, resourceVersion: string) => ({ name, uid: name, resourceVersion })
const pod = (name: string, resourceVersion: string): Pod => ({
  metadata: meta(name, resourceVersion),
  spec: { containers: [] },
})
const deployment = (resourceVersion: string): Deployment => ({
  metadata: meta('gw', resourceVersion),
  spec: { replicas: 1, template: {} },
})
const list = (...items: Pod[]) => ({ items, totalItems: items.length })

/** A server whose answers are made when they are asked for, and arrive when the test says so. */
const serve = (answers: readonly unknown[]) => {
  const waiting: (() => void)[] = []
  const left = [...answers]
  vi.stubGlobal('fetch', () => {
    const answer = Response.json(left.shift())
    return new Promise<Response>((arrive) => waiting.push(() => arrive(answer)))
  })
  return async <T>(reading: Promise<T>, meanwhile: () => void): Promise<T> => {
    await vi.waitFor(() => expect(waiting).toHaveLength(1))
    meanwhile()
    waiting.shift()?.()
    return reading
  }
}

let client: QueryClient
const names = () => client.getQueryData(workloadQueries.pods(ref).queryKey)?.items?.map((each) => each.metadata.name)
const readPods = () => client.query({ ...workloadQueries.pods(ref), staleTime: 0 })
const readDeployment = () => client.query({ ...workloadQueries.deployment(ref), staleTime: 0 })

beforeEach(() => {
  vi.stubGlobal('sessionStorage', { getItem: () => null, setItem: () => undefined, removeItem: () => undefined })
  client = new QueryClient()
})
afterEach(() => vi.unstubAllGlobals())

describe('pods', () => {
  test('a list that was read before the watch told does not undo what it told', async () => {
    const during = serve([list(pod('a', '1'), pod('b', '2')), list(pod('a', '1'), pod('b', '2'))])
    await during(readPods(), () => notePod(client, ref, { type: 'DELETED', object: pod('a', '3') }))
    expect(names()).toEqual(['b'])
    await during(readPods(), () => {
      notePod(client, ref, { type: 'ADDED', object: pod('c', '4') })
      notePod(client, ref, { type: 'DELETED', object: pod('b', '5') })
      expect(names()).toEqual(['c'])
    })
    expect(names()).toEqual(['c'])
  })
})

describe('the Deployment', () => {
  const now = () => client.getQueryData(workloadQueries.deployment(ref).queryKey)

  test('is what the watch told when the answer is from before', async () => {
    const during = serve([deployment('1'), deployment('1')])
    await during(readDeployment(), () => noteDeployment(client, ref, { type: 'MODIFIED', object: deployment('2') }))
    expect(now()).toEqual(deployment('2'))
    noteDeployment(client, ref, { type: 'MODIFIED', object: deployment('1') })
    expect(now()).toEqual(deployment('2'))
    await during(readDeployment(), () => noteDeployment(client, ref, { type: 'DELETED', object: deployment('3') }))
    expect(now()).toBeNull()
  })
})
