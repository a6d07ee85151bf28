import type { ApiError } from '@/lib/api-error'

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: ApiError
    /** Who tells of a failed change: the form it came from, or (by default) one toast. */
    mutationMeta: { errorShownBy?: 'form' }
  }
}
