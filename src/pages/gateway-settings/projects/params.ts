import type { ProjectPageQuery } from '@/domain/project-page'
import { oneOf, oneOfNumbers, ordinal, readParam, resetting, words } from '@/lib/use-search-param'

export const PAGE_SIZES = [10, 20, 50, 100] as const
export const SORTS = ['name', '-name', 'createTime', '-createTime'] as const

const page = ordinal('page')

/** What of the table stands in the URL. By name first: a refresh or a new gateway then moves the fewest rows. */
export const params = {
  page,
  limit: resetting(oneOfNumbers('limit', PAGE_SIZES, 20), page),
  sort: resetting(oneOf('sort', SORTS, 'name'), page),
  name: resetting(words('name'), page),
}

/** What the URL asks for. */
export function queryOf(search: URLSearchParams): ProjectPageQuery {
  const sort = readParam(search, params.sort)
  return {
    page: readParam(search, params.page),
    limit: readParam(search, params.limit),
    sortBy: sort.endsWith('name') ? 'name' : 'createTime',
    ascending: !sort.startsWith('-'),
    name: readParam(search, params.name),
  }
}
