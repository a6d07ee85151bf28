import { expect, test } from 'vitest'
import { offeredPages } from './Pager'

test.each([
  [1, 1, [1]],
  [1, 2, [1, 2]],
  [3, 5, [1, 2, 3, 4, 5]],
  [1, 200, [1, 2, null, 200]],
  [4, 200, [1, 2, 3, 4, 5, null, 200]],
  [100, 200, [1, null, 99, 100, 101, null, 200]],
  [200, 200, [1, null, 199, 200]],
])('page %i of %i', (page, pages, offered) => expect(offeredPages(page, pages)).toEqual(offered))
