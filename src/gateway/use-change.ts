import { useMutation, type UseMutationOptions } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { ApiError } from '@/lib/api-error'
import { useT } from '@/lib/i18n/t'
import { failureDetail, failureTitle } from '@/ui/FailureNotice'
import { toast } from '@/ui/Toasts'

/**
 * A change of a gateway whose outcome is always told: `onDone` is called with what was asked for when the server has
 * confirmed it, also when the place it was asked from is gone by then, and a failure that has lost its place is told
 * as a toast.
 */
export function useChange<Data, Variables>(
  options: UseMutationOptions<Data, ApiError, Variables>,
  onDone: (variables: Variables) => void,
) {
  const { t } = useT()
  const isHere = useRef(false)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  return useMutation({
    ...options,
    onSuccess: (...args) => {
      onDone(args[1])
      return options.onSuccess?.(...args)
    },
    onError: (...args) => {
      const [error] = args
      if (!isHere.current) toast('error', failureTitle(error, t), failureDetail(error))
      return options.onError?.(...args)
    },
  })
}
