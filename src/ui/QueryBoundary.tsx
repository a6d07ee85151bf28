import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ApiError, isForbidden } from '@/lib/api-error'
import { FailureNotice } from './FailureNotice'
import { Forbidden } from './Forbidden'

interface QueryBoundaryProps<T> {
  query: Pick<UseQueryResult<T, Error>, 'data' | 'error' | 'refetch' | 'isFetching'>
  /** What cannot be shown, in words. */
  failed: string
  waiting: ReactNode
  children: (data: T) => ReactNode
}

/**
 * The states of what is loaded: waiting, failed, filled (the child says what is empty). A failed refresh keeps the old
 * data on screen and says that it is old. What the user may not see is said so, without a try that cannot help.
 */
export function QueryBoundary<T>({ query, failed, waiting, children }: QueryBoundaryProps<T>) {
  const { error } = query
  if (query.data === undefined && error instanceof ApiError && isForbidden(error)) return <Forbidden error={error} />
  const notice = error && (
    <FailureNotice error={error} title={failed} onRetry={() => void query.refetch()} retrying={query.isFetching} />
  )
  if (query.data === undefined) return notice ?? waiting
  return (
    <>
      {notice}
      {children(query.data)}
    </>
  )
}
