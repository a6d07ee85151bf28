import { CompassOutlined } from '@ant-design/icons'
import { Link } from 'react-router'
import { links } from '@/lib/links'
import { useT } from '@/lib/i18n/t'
import { EmptyState } from '@/ui/EmptyState'

/** A page, cluster or gateway that does not exist. */
export function NotFound({ what, to = links.home() }: { what?: string; to?: string }) {
  const { t } = useT()
  return (
    <>
      <title>{t('title.page', { page: t('notFound.title') })}</title>
      <EmptyState
        icon={<CompassOutlined />}
        as="h1"
        title={t('notFound.title')}
        action={<Link to={to}>{t('notFound.back')}</Link>}
      >
        {what ?? t('notFound.page')}
      </EmptyState>
    </>
  )
}
