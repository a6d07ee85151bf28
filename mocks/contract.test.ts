import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { exceptions } from './contract/exceptions'
import { recordings, type Recording } from './contract/recordings'
import { Replay, type Answer } from './contract/replay'
import { schemaFor, withoutSchema } from './contract/schemas'
import { before, changesFor } from './contract/setup'
import { isLog, kindsOfLines } from './contract/log-shape'
import { shapeOf } from './contract/shape'
import { at, isObject, text } from './json'

/** The mock against what a real server once answered. */

describe('the wire describes what the server says', () => {
  const bodies = recordings.filter(({ response }) => response.bodyIsJSON)
  test.each(bodies.filter(({ name }) => !Object.hasOwn(withoutSchema, name)).map((each) => [each.name, each] as const))(
    '%s',
    (_name, recording) => {
      const schema = schemaFor(recording)
      if (!schema) throw new Error(`no schema for ${recording.request.method} ${recording.request.path}`)
      expect(v.safeParse(schema, recording.response.body).issues ?? []).toEqual([])
    },
  )
})

const answers = new Map<string, Answer>()
const replay = new Replay()
for (const recording of recordings) {
  for (const step of before[recording.name] ?? []) await step(replay)
  answers.set(recording.name, await replay.replay(recording, await changesFor(recording, replay)))
}

/** Refusals are compared word by word, everything else by its shape. */
const isRefusal = (body: unknown) => at(body, 'kind') === 'Status' || at(body, 'error') !== undefined

/** Generated names of pods are made up on both sides. */
const withoutPodName = (text: string) => text.replaceAll(/-[a-z\d]{8,10}-[a-z\d]{5}\b/g, '-…')

/** The API server repeats the body it could not read, as the client happened to write it. */
const withoutEcho = (body: unknown): unknown =>
  isObject(body) ? { ...body, message: text(body['message']).replace(/missing in '.*$/s, "missing in '…'") } : body

const seen = (recording: Recording, body: unknown, isExact: boolean): unknown => {
  if (isLog(recording) && typeof body === 'string') return kindsOfLines(body)
  if (typeof body === 'string') return withoutPodName(body)
  return isExact ? withoutEcho(body) : shapeOf(body)
}

const compare = (name: string): { wanted: unknown; found: unknown } => {
  const recording = recordings.find((each) => each.name === name)
  const answer = answers.get(name)
  if (!recording || !answer) throw new Error(`no recording ${name}`)
  const { headers, status, body } = recording.response
  const contentType = headers['Content-Type'] ?? ''
  const recorded: unknown = contentType === 'application/json' && typeof body === 'string' ? JSON.parse(body) : body
  const isExact = isRefusal(recorded) || typeof recorded === 'string'
  return {
    wanted: {
      status,
      contentType,
      location: headers['Location'] ?? null,
      allow: headers['Allow'] ?? null,
      body: seen(recording, recorded, isExact),
    },
    found: { ...answer, body: seen(recording, answer.body, isExact) },
  }
}

describe('the mock answers as the server did', () => {
  const excepted = new Set(exceptions.flatMap((each) => each.recordings))
  test.each(recordings.map(({ name }) => name).filter((name) => !excepted.has(name)))('%s', (name) => {
    const { wanted, found } = compare(name)
    expect(found).toEqual(wanted)
  })
})

describe('exceptions', () => {
  test.each(exceptions.flatMap((each) => each.recordings))('%s still differs', (name) => {
    const { wanted, found } = compare(name)
    expect(found).not.toEqual(wanted)
  })

  test('there are few, and the document has the same', () => {
    expect(exceptions.length).toBeLessThanOrEqual(10)
    const document = readFileSync(new URL('../docs/mock-differences.md', import.meta.url), 'utf8')
    const lines = exceptions.map((each) => `- ${each.recordings.map((name) => `\`${name}\``).join(', ')}: ${each.why}`)
    const [, section = ''] = document.split('## Against a recording')
    expect(
      section
        .split('\n## ')[0]
        ?.split('\n')
        .filter((line) => line.startsWith('- ')),
    ).toEqual(lines)
  })
})
