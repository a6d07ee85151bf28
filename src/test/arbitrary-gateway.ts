import fc from 'fast-check'
import type { Gateway } from '@/wire/gateway'

const name = fc.stringMatching(/^[a-z]([a-z0-9.-]{0,12}[a-z0-9])?$/)
const text = fc.string({ maxLength: 20 })
const map = fc.dictionary(fc.oneof(name, text), text, { maxKeys: 5 })
const maybeNull = <T>(of: fc.Arbitrary<T>) => fc.oneof(of, fc.constant(null))

/** Fields that no version known to the console has. */
const fromTheFuture = fc.dictionary(fc.stringMatching(/^future[A-Za-z0-9]{1,8}$/), fc.jsonValue({ maxDepth: 2 }), {
  maxKeys: 2,
})
const future = <T>(known: fc.Arbitrary<T>) =>
  fc.tuple(fromTheFuture, known).map(([extra, fields]) => ({ ...extra, ...fields }))
const partial = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) => future(fc.record(model, { requiredKeys: [] }))

const ingress = fc.oneof(
  fc.record({ ip: fc.oneof(fc.ipV4(), fc.ipV6(), text) }),
  fc.record({ hostname: fc.oneof(fc.domain(), text) }),
  fc.constant({}),
)
const port = fc.record({ port: fc.nat(65_535), name: text })

/** Any Gateway that the server could send: odd types, nulls for empty parts, fields from later versions. */
export const arbitraryGateway: fc.Arbitrary<Gateway> = future(
  fc.record({
    metadata: fc
      .tuple(name, partial({ uid: text, resourceVersion: text, annotations: maybeNull(map), labels: maybeNull(map) }))
      .map(([own, rest]) => ({ ...rest, name: own })),
    spec: partial({
      controller: maybeNull(partial({ config: maybeNull(map), replicas: maybeNull(fc.integer()) })),
      deployment: maybeNull(partial({ replicas: maybeNull(fc.integer()), annotations: maybeNull(map) })),
      service: maybeNull(
        partial({
          type: maybeNull(fc.oneof(fc.constantFrom('NodePort', 'LoadBalancer', 'ClusterIP', 'Foo', ''), text)),
          annotations: maybeNull(map),
        }),
      ),
    }),
    status: maybeNull(
      partial({
        loadBalancer: maybeNull(partial({ ingress: maybeNull(fc.array(ingress, { maxLength: 4 })) })),
        service: maybeNull(fc.array(port, { maxLength: 3 })),
      }),
    ),
  }),
)
