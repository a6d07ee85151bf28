import { describe, expect, test } from 'vitest'
import { allPages } from './all-pages'

const from =
  (all: readonly string[], limit: number, asked: number[] = []) =>
  (page: number) => {
    asked.push(page)
    return Promise.resolve({ items: all.slice((page - 1) * limit, page * limit), totalItems: all.length })
  }
const names = (count: number) => Array.from({ length: count }, (_, index) => `route-${index}`)
const itself = (item: string) => item

describe('allPages', () => {
  test.each([0, 1, 9, 10, 11, 57, 100])('%i items come in their order, each page once', async (count) => {
    const asked: number[] = []
    const whole = await allPages(from(names(count), 10, asked), 10, itself)
    expect(whole).toEqual({ items: names(count), total: count, isComplete: true })
    expect(asked).toEqual(Array.from({ length: Math.max(1, Math.ceil(count / 10)) }, (_, index) => index + 1))
  })

  test('no list at all is an empty one', async () => {
    expect(await allPages(() => Promise.resolve({ items: null, totalItems: 0 }), 10, itself)).toEqual({
      items: [],
      total: 0,
      isComplete: true,
    })
  })

  test('an item that moved between two pages is there once, and the one that was missed is told', async () => {
    const pages = [
      ['a', 'b'],
      ['b', 'd'],
    ]
    const whole = await allPages((page) => Promise.resolve({ items: pages[page - 1] ?? [], totalItems: 4 }), 2, itself)
    expect(whole).toEqual({ items: ['a', 'b', 'd'], total: 4, isComplete: false })
  })

  test('a list without end is read in part, and says so', async () => {
    const asked: number[] = []
    const whole = await allPages(from(names(250), 2, asked), 2, itself)
    expect(asked).toHaveLength(100)
    expect(whole).toMatchObject({ total: 250, isComplete: false })
    expect(whole.items).toHaveLength(200)
  })

  test('a page that fails makes the whole fail', async () => {
    const read = (page: number) => (page === 3 ? Promise.reject(new Error('gone')) : from(names(50), 10)(page))
    await expect(allPages(read, 10, itself)).rejects.toThrow('gone')
  })
})
