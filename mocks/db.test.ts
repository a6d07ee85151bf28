import { describe, expect, test } from 'vitest'
import { readSaved, seed, STORAGE_KEY } from './db'
import { createKubeSphere } from './kubesphere'
import { scenarioNames } from './scenarios'
import { CLUSTER, clientOf, dig, gatewayBody, GW, listAt, RAW, START } from './test-client'

/** A storage as a tab has it. */
const memory = (): Storage => {
  const items = new Map<string, string>()
  return {
    get length() {
      return items.size
    },
    clear: () => {
      items.clear()
    },
    getItem: (key) => items.get(key) ?? null,
    key: (index) => [...items.keys()][index] ?? null,
    removeItem: (key) => {
      items.delete(key)
    },
    setItem: (key, value) => {
      items.set(key, value)
    },
  }
}

const CLUSTER_PATH = `${GW}/namespaces/kubesphere-system/gateways`

describe('a world', () => {
  test.each(scenarioNames)('%s is the same every time', (scenario) => {
    const dump = () => {
      const { clusters } = seed(scenario, START)
      return [...clusters.values()].map((cluster) =>
        Object.entries(cluster).map(([name, table]: [string, unknown]) => [
          name,
          typeof table === 'object' && table !== null && 'keys' in table && typeof table.keys === 'function'
            ? (table.keys as () => string[])().length
            : JSON.stringify(table),
        ]),
      )
    }
    expect(dump()).toEqual(dump())
    expect(JSON.stringify(seed(scenario, START).clusters.values().next().value?.gateways.values())).toBe(
      JSON.stringify(seed(scenario, START).clusters.values().next().value?.gateways.values()),
    )
  })

  const settled = scenarioNames.filter((name) => name !== 'rolling-out')
  test.each(settled)('%s has nothing left to do', (scenario) => {
    for (const cluster of seed(scenario, START).clusters.values()) expect(cluster.steps).toEqual([])
  })

  test('of two servers is not shared', async () => {
    const [one, two] = [await clientOf(), await clientOf()]
    await one.send('POST', `${RAW}/gateways`, gatewayBody())
    expect(await one.get(CLUSTER_PATH)).not.toBeNull()
    expect(await two.get(CLUSTER_PATH)).toBeNull()
  })
})

describe('a reload', () => {
  test('goes on in the middle of an install, with the same sessions', async () => {
    const storage = memory()
    const first = await clientOf({ storage })
    await first.send('POST', `${RAW}/gateways`, gatewayBody())
    first.wait(1.2)
    const names = async (client: typeof first) =>
      listAt(await client.get(`${CLUSTER_PATH}/x/pods`), 'items').map((pod) => dig(pod, 'metadata', 'name'))
    const before = await names(first)
    expect(before).toHaveLength(1)

    const second = await clientOf({ storage, now: () => START + 1200 })
    expect(await names(second)).toEqual(before)
    second.wait(5)
    const [pod] = listAt(await second.get(`${CLUSTER_PATH}/x/pods`), 'items')
    expect(dig(pod, 'status', 'containerStatuses', 0, 'ready')).toBe(true)
  })

  test('keeps sessions, faults and deletions', async () => {
    const storage = memory()
    const first = await clientOf({ storage, scenario: 'nodeport', pace: 0 })
    first.kubesphere.setFaults(['slow@writes'])
    await first.send('GET', CLUSTER_PATH)
    first.kubesphere.setFaults([])
    await first.send('DELETE', `${RAW}/gateways/${CLUSTER}`)
    await first.get(CLUSTER_PATH)
    first.kubesphere.setFaults(['malformed@writes'])
    const again = createKubeSphere({ scenario: 'nodeport', now: () => START, storage })
    expect(again.faults()).toEqual(['malformed@writes'])
    expect(again.db().tokens.keys()).toEqual(first.kubesphere.db().tokens.keys())
    expect(again.db().clusters.get('default')?.gateways.get(CLUSTER)).toBeUndefined()
    expect(again.db().version()).toBe(first.kubesphere.db().version())
  })

  test('into another scenario begins anew', async () => {
    const storage = memory()
    await clientOf({ storage, scenario: 'nodeport' })
    const other = createKubeSphere({ scenario: 'empty', now: () => START, storage })
    expect(other.db().clusters.get('default')?.gateways.keys()).toEqual([])
    expect(other.db().tokens.keys()).toEqual([])
    expect(readSaved(storage)?.scenario).toBe('empty')
  })

  test.each(['', 'null', '{', '{"format":1}', '{"format":99,"scenario":"empty"}'])(
    'with %s in the storage begins anew',
    (junk) => {
      const storage = memory()
      storage.setItem(STORAGE_KEY, junk)
      expect(createKubeSphere({ scenario: 'nodeport', storage }).db().clusters.get('default')?.gateways.keys()).toEqual(
        [CLUSTER],
      )
    },
  )

  test('saves little, however big the world is', async () => {
    const storage = memory()
    const client = await clientOf({ storage, scenario: 'many-projects', pace: 0 })
    await client.get(`${GW}/gateways?limit=10`)
    expect(storage.getItem(STORAGE_KEY)?.length).toBeLessThan(10_000)
    await client.send('DELETE', `${GW}/namespaces/atlas-ledger-1998/gateways`)
    await client.get(`${GW}/gateways?limit=10`)
    const again = await clientOf({ storage, scenario: 'many-projects' })
    expect(dig(await again.get(`${GW}/gateways?limit=1`), 'totalItems')).toBe(1999)
  })
})

describe('reset and restart', () => {
  test('a reset brings the beginning back and keeps who is signed in', async () => {
    const storage = memory()
    const client = await clientOf({ storage, scenario: 'nodeport', pace: 0 })
    await client.send('DELETE', `${RAW}/gateways/${CLUSTER}`)
    expect(await client.get(CLUSTER_PATH)).toBeNull()
    client.kubesphere.setFaults(['error-500'])
    client.kubesphere.reset()
    expect(listAt(await client.get(CLUSTER_PATH))).toHaveLength(2)
    const again = createKubeSphere({ scenario: 'nodeport', storage, now: () => START })
    expect(again.db().clusters.get('default')?.gateways.keys()).toEqual([CLUSTER])
  })

  test('a restart forgets all tokens and nothing else', async () => {
    const client = await clientOf({ scenario: 'nodeport' })
    client.kubesphere.restart()
    expect((await client.send('GET', CLUSTER_PATH)).body).toMatchObject({
      code: 401,
      message: 'Unauthorized: token not found in cache',
    })
    await client.signIn('admin')
    expect(listAt(await client.get(CLUSTER_PATH))).toHaveLength(2)
  })

  test('tokens run out after two hours', async () => {
    const client = await clientOf({ scenario: 'nodeport' })
    client.wait(7199)
    expect((await client.send('GET', CLUSTER_PATH)).status).toBe(200)
    client.wait(2)
    expect((await client.send('GET', CLUSTER_PATH)).status).toBe(401)
  })
})
