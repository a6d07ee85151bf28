import { Button } from 'antd'
import { ApiError } from '@/lib/api-error'
import { useT, type Translate } from '@/lib/i18n/t'
import { Notice } from './Notice'

/** What went wrong, in one sentence that a person can act on. */
export function failureTitle(error: Error, t: Translate): string {
  if (!(error instanceof ApiError)) return t('failure.unexpected')
  if (error.reason === 'Unreachable') return t('failure.unreachable')
  if (error.reason === 'Timeout') return t('failure.timeout')
  if (error.reason === 'BadAnswer') return t('failure.badAnswer')
  if (error.status === 401) return t('failure.unauthorized')
  if (error.status === 403) return t('failure.forbidden')
  if (error.status === 404) return t('failure.notFound')
  if (error.status === 409) return t('failure.conflict')
  if (error.status === 502 || error.status === 503 || error.status === 504) return t('failure.gateway')
  return t('failure.refused', { status: error.status })
}

/** The server's own words, and where they came from. */
export const failureDetail = (error: Error): string =>
  error instanceof ApiError
    ? `${error.message} (${error.status === 0 ? '' : `${error.status} · `}${error.path})`
    : error.message

/** A failed load or action: what, why, and a way on. */
export function FailureNotice({
  error,
  title,
  onRetry,
  retrying = false,
}: {
  error: Error
  title?: string
  onRetry?: () => void
  retrying?: boolean
}) {
  const { t } = useT()
  return (
    <Notice
      tone="error"
      role="alert"
      title={title ?? failureTitle(error, t)}
      action={
        onRetry && (
          <Button onClick={onRetry} loading={retrying}>
            {t('action.retry')}
          </Button>
        )
      }
    >
      {title !== undefined && `${failureTitle(error, t)} `}
      {failureDetail(error)}
    </Notice>
  )
}
