import { LockOutlined } from '@ant-design/icons'
import type { ApiError } from '@/lib/api-error'
import { useT } from '@/lib/i18n/t'
import { EmptyState } from './EmptyState'
import { failureDetail } from './FailureNotice'

/** In the place of what the user has no right to see, with the server's words on which right is missing. */
export function Forbidden({ error }: { error: ApiError }) {
  const { t } = useT()
  return (
    <div role="alert">
      <EmptyState icon={<LockOutlined />} title={t('forbidden.title')}>
        {t('forbidden.text')} {failureDetail(error)}
      </EmptyState>
    </div>
  )
}
