import { expect, test } from 'vitest'
import type { Gateway } from '@/wire/gateway'
import { changedMeanwhile, nextEdit, openedEdit, undecided } from './edit-session'
import { applyForm } from './gateway-form'

const gateway = (replicas: number, config: Record<string, string>, resourceVersion: string): Gateway => ({
  metadata: { name: 'kubesphere-router-shop', resourceVersion },
  spec: { controller: { config }, deployment: { replicas }, service: { type: 'NodePort' } },
})

test('a newer status is nothing that somebody changed', () => {
  const session = openedEdit(gateway(1, {}, '1'))
  expect(changedMeanwhile(session, { ...gateway(1, {}, '2'), status: { conditions: [] } })).toEqual([])
  expect(changedMeanwhile(session, gateway(2, {}, '2'))).toEqual([{ kind: 'replicas', before: 1, after: 2 }])
})

test('what came in and clashes is decided one by one, also over two conflicts in a row', () => {
  const opened = openedEdit(gateway(1, { a: '1' }, '1'))
  const mine = { ...opened.form, replicas: 5, config: [{ id: '0:a', key: 'a', value: '5' }] }
  const first = nextEdit(nextEdit(opened, { kind: 'type', form: mine }), {
    kind: 'take-in',
    theirs: gateway(2, { a: '2', b: '2' }, '2'),
  })
  expect(first.taken).toEqual([{ kind: 'option', key: 'b', before: null, after: '2' }])
  const [replicas, option] = undecided(first)
  if (replicas === undefined || option === undefined) throw new Error('two clashes are missing')
  const half = nextEdit(first, { kind: 'decide', clash: option, side: 'theirs' })
  expect(undecided(half)).toEqual([replicas])
  // Theirs again, elsewhere: what was decided is, what was not is still asked.
  const second = nextEdit(half, { kind: 'take-in', theirs: gateway(2, { a: '2', b: '3' }, '3') })
  expect(undecided(second)).toEqual([replicas])
  const done = nextEdit(second, { kind: 'decide', clash: replicas, side: 'mine' })
  expect(undecided(done)).toEqual([])
  expect(applyForm(done.base, done.form).spec).toMatchObject({
    deployment: { replicas: 5 },
    controller: { config: { a: '2', b: '3' } },
  })
})

test('a decision can be taken back', () => {
  const opened = openedEdit(gateway(1, {}, '1'))
  const taken = nextEdit(nextEdit(opened, { kind: 'type', form: { ...opened.form, replicas: 5 } }), {
    kind: 'take-in',
    theirs: gateway(2, {}, '2'),
  })
  const [clash] = undecided(taken)
  if (clash === undefined) throw new Error('no clash')
  const theirs = nextEdit(taken, { kind: 'decide', clash, side: 'theirs' })
  expect(theirs.form.replicas).toBe(2)
  expect(nextEdit(theirs, { kind: 'decide', clash, side: 'mine' }).form.replicas).toBe(5)
})
