import { MutationCache, QueryClient } from '@tanstack/react-query'
import { ApiError } from '@/lib/api-error'
import { translate } from '@/lib/i18n/t'
import { failureDetail, failureTitle } from '@/ui/FailureNotice'
import { toast } from '@/ui/Toasts'

/** Failures that may be gone a moment later. */
const isPassing = (error: ApiError) =>
  error.reason === 'Unreachable' || error.reason === 'Timeout' || [502, 503, 504].includes(error.status)

/** One cache for the life of the app. Reads are tried again when the failure may pass, writes never by themselves. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    mutationCache: new MutationCache({
      onError: (error, _variables, _result, mutation) => {
        if (mutation.meta?.errorShownBy === 'form') return
        toast('error', failureTitle(error, translate), failureDetail(error))
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 1_000,
        networkMode: 'always', // a cluster may be reachable when "the internet" is not
        retry: (failures, error) => error instanceof ApiError && isPassing(error) && failures < 2,
        retryDelay: (failures) => Math.min(500 * 2 ** failures, 5_000),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
