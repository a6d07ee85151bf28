import { expect, test } from 'vitest'
import { afterRead } from './version'

const at = (resourceVersion: string, uid = 'u') => ({ metadata: { name: 'gw', uid, resourceVersion } })
type Known = ReturnType<typeof at> | null | undefined
const [old, mid, late] = [at('9'), at('10'), at('11')]

test.each<[string, ReturnType<typeof at> | null, Known, Known, Known]>([
  ['what is read first is true', mid, undefined, undefined, mid],
  ['what is newer is true', late, mid, mid, late],
  ['what a watch told stays when the answer is older', old, old, mid, mid],
  ['what went while the answer was on its way stays away', old, old, null, null],
  ['what was made meanwhile is there', null, null, mid, mid],
  ['also when nothing was known', null, undefined, mid, mid],
  ['what is read to be gone is gone', null, mid, mid, null],
  ['another one of the same name is a new one', at('5', 'v'), old, null, at('5', 'v')],
  ['also when the answer is about one before it', at('5', 'v'), at('5', 'v'), mid, mid],
  ['what was made and went during the first answer is gone', mid, undefined, null, null],
  ['one that was made after the last one went', late, null, null, late],
])('%s', (_case, read, before, known, now) => {
  expect(afterRead(read, before, known)).toEqual(now)
})
