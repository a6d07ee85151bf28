import { DownOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { gatewayQueries } from '@/api/gateways'
import type { ClusterScope } from '@/domain/cluster'
import { projectOf } from '@/domain/gateway'
import { pageCount } from '@/domain/project-page'
import { useT } from '@/lib/i18n/t'
import { QueryBoundary } from '@/ui/QueryBoundary'
import { Bar, Waiting } from '@/ui/Skeleton'
import { NAMED } from './use-other-kind'
import styles from './OtherProjects.module.css'

/** As many projects as are read at once. */
const PART = 100

/** All projects with a gateway of their own, where a sentence names the first of them only. */
export function OtherProjects({ cluster, total }: { cluster: ClusterScope; total: number }) {
  const { t } = useT()
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  if (total <= NAMED) return null
  return (
    <>
      <Button
        type="text"
        size="small"
        className={styles['toggle'] ?? ''}
        icon={isOpen ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {t('otherKind.all', { count: total })}
      </Button>
      <div id={id}>{isOpen && <Names cluster={cluster} />}</div>
    </>
  )
}

function Names({ cluster }: { cluster: ClusterScope }) {
  const { t } = useT()
  const [page, setPage] = useState(1)
  const part = useQuery({
    ...gatewayQueries.page(cluster, { page, limit: PART, sortBy: 'name', ascending: 'true' }),
    placeholderData: keepPreviousData,
  })
  return (
    <div className={styles['names']}>
      <QueryBoundary
        query={part}
        failed={t('otherKind.failed')}
        waiting={
          <Waiting label={t('otherKind.loading')}>
            <Bar width="60%" />
          </Waiting>
        }
      >
        {({ items, totalItems }) => {
          const pages = pageCount(totalItems, PART)
          return (
            <>
              <ul className={styles['list']} aria-label={t('otherKind.list')}>
                {(items ?? []).flatMap((gateway) => {
                  const project = projectOf(gateway)
                  return project === null ? [] : [<li key={gateway.metadata.name}>{project}</li>]
                })}
              </ul>
              {pages > 1 && (
                <p className={styles['steps']}>
                  {t('otherKind.part', { page, pages })}{' '}
                  <Button size="small" disabled={page <= 1} onClick={() => setPage(page - 1)}>
                    {t('pager.previous')}
                  </Button>{' '}
                  <Button size="small" disabled={page >= pages} onClick={() => setPage(page + 1)}>
                    {t('pager.next')}
                  </Button>
                </p>
              )}
            </>
          )
        }}
      </QueryBoundary>
    </div>
  )
}
