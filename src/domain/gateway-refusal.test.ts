import { describe, expect, test } from 'vitest'
import { ApiError } from '@/lib/api-error'
import { emptyForm } from './gateway-form'
import { isNotAllowed, isRefusal, refusedFields, stillRefused } from './gateway-refusal'

const error = (status: number, message: string, causes: { field: string; message: string }[] = []) =>
  new ApiError({ status, reason: '', message, path: '/', causes })

describe('what kind of no it is', () => {
  test.each([
    ['no right (d37)', 403, 'gateways "x" is forbidden: User "a" cannot update resource "gateways"', 'not-allowed'],
    ['a webhook that knows no dry run', 400, 'admission webhook "w" does not support dry run', 'not-allowed'],
    ['a rule', 403, 'admission webhook "w" denied the request: too many replicas', 'refusal'],
    ['the schema (d31)', 422, 'Gateway.gateway.kubesphere.io "x" is invalid', 'refusal'],
    ['a body it cannot read (c38)', 400, 'json: cannot unmarshal string', 'refusal'],
    ['trouble', 500, 'Internal Server Error', 'neither'],
    ['somebody was faster', 409, 'the object has been modified', 'neither'],
  ])('%s', (_name, status, message, kind) => {
    const found = error(status, message)
    expect([isNotAllowed(found), isRefusal(found)]).toEqual([kind === 'not-allowed', kind === 'refusal'])
  })
})

describe('refusedFields', () => {
  test('causes come to their fields, also below keys with dots and in brackets', () => {
    const causes = [
      { field: 'spec.deployment.replicas', message: 'too many' },
      { field: 'spec.service.type', message: 'no' },
      { field: 'spec.controller.config.http-snippet', message: 'not here' },
      { field: 'spec.service.annotations[example.com/x]', message: 'bad' },
      { field: 'metadata.name', message: 'odd' },
    ]
    expect(refusedFields(error(422, 'is invalid', causes))).toEqual({
      replicas: 'too many',
      mode: 'no',
      config: new Map([['http-snippet', 'not here']]),
      annotations: new Map([['example.com/x', 'bad']]),
      rest: ['odd'],
    })
  })

  test('without causes the message is searched (recording c38)', () => {
    const message =
      'json: cannot unmarshal string into Go struct field DeploymentSpec.spec.deployment.replicas of type int32\n'
    expect(refusedFields(error(400, message))).toMatchObject({ replicas: message.trim(), rest: [] })
    expect(refusedFields(error(403, 'denied: not on Fridays')).rest).toEqual(['denied: not on Fridays'])
  })
})

test('what was changed since is not refused any more, the rest still is', () => {
  const row = { id: 'r1', key: 'http-snippet', value: 'x' }
  const asked = { ...emptyForm(), replicas: 9, config: [row] }
  const refused = refusedFields(
    error(422, '', [
      { field: 'spec.deployment.replicas', message: 'too many' },
      { field: 'spec.controller.config.http-snippet', message: 'not here' },
      { field: 'spec', message: 'odd' },
    ]),
  )
  expect(stillRefused(refused, asked, asked)).toMatchObject({
    replicas: 'too many',
    config: new Map([['r1', 'not here']]),
    rest: ['odd'],
  })
  const mended = stillRefused(refused, asked, { ...asked, replicas: 5 })
  expect(mended.replicas).toBeUndefined()
  expect(mended.config).toEqual(new Map([['r1', 'not here']]))
  expect(mended.rest).toEqual([])
  expect(stillRefused(refused, asked, { ...asked, config: [{ ...row, value: 'y' }] }).config.size).toBe(0)
})
