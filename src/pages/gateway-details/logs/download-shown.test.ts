import { expect, test } from 'vitest'
import { shownAsFile } from './download-shown'
import { LogSession } from './log-session'

const COUNT = 9_000
const lines = (from: number, step: number, name: string) =>
  Array.from({ length: COUNT }, (_, index) => ({ time: from + index * step, source: 0, text: `${name} ${index}` }))
const textsOf = (file: string) =>
  file
    .trim()
    .split('\n')
    .map((line) => line.split(' ').slice(2).join(' '))

test('lines that come late, or go, while a file is made change nothing of what was shown', async () => {
  const session = new LogSession(null, 20_000)
  session.sourceOf('p')
  session.store.add(lines(0, 10, 'shown'))
  session.view.step(() => false)
  const file = shownAsFile(session, 'text')
  // Between its parts: lines that belong among those, then so many that the oldest are dropped.
  await new Promise<void>((resolve) => setTimeout(resolve))
  session.store.add(lines(5, 10, 'late'))
  await new Promise<void>((resolve) => setTimeout(resolve))
  session.store.add(lines(1_000_000, 1, 'newer'))
  expect(session.store.forgotten).toBeGreaterThan(0)
  expect(textsOf(await (await file).text())).toEqual(lines(0, 10, 'shown').map(({ text }) => text))
})
