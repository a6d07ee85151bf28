import type { ProjectPageQuery } from '@/domain/project-page'
import { choiceParam, countParam, numberChoiceParam, wordsParam } from '@/lib/use-search-param'

export const PAGE_SIZES = [10, 20, 50, 100] as const
export const SORTS = ['name', '-name', 'createTime', '-createTime'] as const

/** What of the table stands in the URL. By name first: a refresh or a new gateway then moves the fewest rows. */
export const params = {
  page: countParam(1, 1, 999_999_999),
  limit: numberChoiceParam(PAGE_SIZES, 20),
  sort: choiceParam(SORTS, 'name'),
  name: wordsParam,
}

/** What the URL asks for. */
export function queryOf(search: URLSearchParams): ProjectPageQuery {
  const sort = params.sort.parse(search.get('sort'))
  return {
    page: params.page.parse(search.get('page')),
    limit: params.limit.parse(search.get('limit')),
    sortBy: sort.endsWith('name') ? 'name' : 'createTime',
    ascending: !sort.startsWith('-'),
    name: params.name.parse(search.get('name')),
  }
}
