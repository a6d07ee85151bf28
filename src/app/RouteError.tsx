import { WarningOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { isRouteErrorResponse, useRouteError } from 'react-router'
import { useT } from '@/lib/i18n/t'
import { NotFound } from '@/pages/NotFound'
import { EmptyState } from '@/ui/EmptyState'

/** A page that cannot be shown: no such page, or the page itself went wrong. */
export function RouteError() {
  const { t } = useT()
  const error = useRouteError()
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />
  return (
    <>
      <title>{t('title.page', { page: t('routeError.title') })}</title>
      <EmptyState
        icon={<WarningOutlined />}
        as="h1"
        title={t('routeError.title')}
        action={
          <Button type="primary" onClick={() => window.location.reload()}>
            {t('routeError.reload')}
          </Button>
        }
      >
        {t('routeError.text')} {error instanceof Error ? error.message : ''}
      </EmptyState>
    </>
  )
}
