import { DownOutlined, RightOutlined } from '@ant-design/icons'
import { useId, useState } from 'react'
import type { ProjectRoutes, Route } from '@/domain/routes'
import { useT } from '@/lib/i18n/t'
import { Bar } from '@/ui/Skeleton'
import styles from './AffectedRoutes.module.css'
import { useRateText } from './use-rate-text'

/** With more routes than these the projects are folded at first. */
const UNFOLDED = 12

interface Rates {
  readonly isPending: boolean
  readonly rateOf: (route: Route) => number | null
}

/** Projects, each with its routes to unfold. */
export function AffectedProjects({ groups, rates }: { groups: readonly ProjectRoutes[]; rates: Rates }) {
  const few = groups.reduce((sum, group) => sum + group.routes.length, 0) <= UNFOLDED
  if (groups.length === 0) return null
  return (
    <ul className={styles['list']}>
      {groups.map((group) => (
        <Project key={group.project} group={group} rates={rates} isOpenAtFirst={few} />
      ))}
    </ul>
  )
}

function Project({ group, rates, isOpenAtFirst }: { group: ProjectRoutes; rates: Rates; isOpenAtFirst: boolean }) {
  const { t } = useT()
  const id = useId()
  const rateText = useRateText()
  const [isOpen, setOpen] = useState(isOpenAtFirst)
  const { project, routes, fallback } = group
  const rate = (of: readonly Route[]) => (rates.isPending ? <Bar width="10ch" /> : rateText(of.map(rates.rateOf)))
  return (
    <li>
      <button
        type="button"
        className={styles['project']}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <span aria-hidden>{isOpen ? <DownOutlined /> : <RightOutlined />}</span>
        <span className={styles['name']}>
          <strong>{project}</strong>{' '}
          <span className={styles['note']}>{t('routes.count', { count: routes.length })}</span>
          {fallback !== null && <span className={styles['note']}> · {t('routes.fallsBack', { name: fallback })}</span>}
        </span>{' '}
        <span className={styles['rate']}>{rate(routes)}</span>
      </button>
      <div id={id}>
        {isOpen && (
          <ul aria-label={t('routes.ofProject', { project })}>
            {routes.map((route) => (
              <li key={route.name} className={styles['route']}>
                <span className={styles['name']}>
                  {route.name} <span className={styles['note']}>{route.hosts.join(', ') || t('routes.anyHost')}</span>
                </span>{' '}
                <span className={styles['rate']}>{rate([route])}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  )
}
