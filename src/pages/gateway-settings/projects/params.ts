import type { ProjectPageQuery } from '@/domain/project-page'
import { oneOf, oneOfNumbers, ordinal, readParam, words } from '@/lib/use-search-param'

export const PAGE_SIZES = [10, 20, 50, 100] as const

/** What of the table stands in the URL. By name first: a refresh or a new gateway then moves the fewest rows. */
export const params = {
  page: ordinal('page'),
  limit: oneOfNumbers('limit', PAGE_SIZES, 20),
  sort: oneOf('sort', ['name', 'createTime'], 'name'),
  order: oneOf('order', ['asc', 'desc'], 'asc'),
  name: words('name'),
}

/** What the URL asks for. */
export const queryOf = (search: URLSearchParams): ProjectPageQuery => ({
  page: readParam(search, params.page),
  limit: readParam(search, params.limit),
  sortBy: readParam(search, params.sort),
  ascending: readParam(search, params.order) === 'asc',
  name: readParam(search, params.name),
})
