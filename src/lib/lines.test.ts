import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesOf } from './lines'

const streamOf = (chunks: readonly Uint8Array<ArrayBuffer>[]) =>
  new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (controller) => {
      for (const chunk of chunks) controller.enqueue(chunk)
      controller.close()
    },
  })

const collect = async (lines: AsyncIterable<string>) => {
  const all: string[] = []
  for await (const line of lines) all.push(line)
  return all
}

const cut = (bytes: Uint8Array<ArrayBuffer>, places: readonly number[]) => {
  const at = [0, ...places.map((place) => place % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length]
  return at.slice(1).map((end, index) => bytes.slice(at[index], end))
}

test('the lines are the same wherever the chunks were cut', async () => {
  const line = fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\n', ' '))
  await fc.assert(
    fc.asyncProperty(fc.array(line), fc.array(fc.nat()), async (lines, places) => {
      const bytes = new TextEncoder().encode(lines.map((text) => `${text}\n`).join(''))
      expect(await collect(linesOf(streamOf(cut(bytes, places))))).toEqual(lines)
    }),
  )
})

test('what stands after the last line end is a line too', async () => {
  const chunk = new TextEncoder().encode('one\n\ntwo')
  expect(await collect(linesOf(streamOf([chunk])))).toEqual(['one', '', 'two'])
})

test('who leaves early gives the stream up', async () => {
  let gaveUp = false
  const endless = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: (controller) => controller.enqueue(new TextEncoder().encode('again\n')),
    cancel: () => {
      gaveUp = true
    },
  })
  for await (const line of linesOf(endless)) {
    expect(line).toBe('again')
    break
  }
  expect(gaveUp).toBe(true)
})
