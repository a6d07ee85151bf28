import { Select } from 'antd'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { gatewayQueries } from '@/api/gateways'
import { projectQueries } from '@/api/projects'
import type { ClusterScope } from '@/domain/cluster'
import { gatewayName } from '@/domain/gateway'
import { projectOfName } from '@/domain/project-page'
import { isSystemProject } from '@/domain/projects'
import { useT } from '@/lib/i18n/t'
import { Field } from '@/ui/Field'
import { FailureNotice } from '@/ui/FailureNotice'
import styles from './ProjectField.module.css'

/** As many projects as are offered at once; one types to narrow them down. */
const OFFERED = 50
/** How long nothing is typed before it is searched for, in milliseconds. */
const PAUSE = 300

/** Projects whose name has the text in it, and why some of them cannot be chosen. */
function useOffers(cluster: ClusterScope, name: string) {
  const { t } = useT()
  const projects = useQuery({
    ...projectQueries.own(cluster, { limit: OFFERED, name }),
    placeholderData: keepPreviousData,
  })
  const found = projects.data?.items ?? []
  const names = found.map((project) => gatewayName({ project: project.metadata.name })).join(',')
  const taken = useQuery({
    ...gatewayQueries.page(cluster, { page: 1, limit: OFFERED, names }),
    enabled: names !== '',
    placeholderData: keepPreviousData,
  })
  const having = new Set((taken.data?.items ?? []).map((gateway) => projectOfName(gateway.metadata.name)))
  // Without the right to list gateways nothing is said against a project: the server decides.
  const isKnown = taken.data !== undefined || taken.isFetched || names === ''
  const offers = found.map((project) => {
    const { name: value } = project.metadata
    const reason = isSystemProject(project)
      ? t('enableProject.system')
      : having.has(value)
        ? t('enableProject.taken')
        : null
    return { value, label: value, reason, disabled: reason !== null || !isKnown }
  })
  return { projects, offers, rest: (projects.data?.totalItems ?? 0) - found.length }
}

interface ProjectFieldProps {
  cluster: ClusterScope
  value: string | null
  isMissed: boolean
  /** The chosen one has a gateway already. */
  isTaken: boolean
  onChange: (project: string) => void
}

/** Chooses a project, searched for on the server; those that cannot have a gateway say why. */
export function ProjectField({ cluster, value, isMissed, isTaken, onChange }: ProjectFieldProps) {
  const { t } = useT()
  const [name, setName] = useState('')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const { projects, offers, rest } = useOffers(cluster, name)
  const search = (typed: string) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setName(typed.trim()), PAUSE)
  }
  return (
    <>
      <Field
        label={t('projects.project')}
        help={rest > 0 ? t('enableProject.more', { count: rest }) : t('enableProject.projectHelp')}
        error={isTaken ? t('enableProject.taken') : isMissed ? t('enableProject.required') : undefined}
      >
        {(ids) => (
          <Select
            {...ids}
            className={styles['select'] ?? ''}
            value={value}
            placeholder={t('enableProject.placeholder')}
            loading={projects.isFetching}
            showSearch={{ filterOption: false, onSearch: search }}
            notFoundContent={projects.isPending ? t('enableProject.searching') : t('enableProject.noneFound')}
            options={offers}
            optionRender={(option) => (
              <span className={styles['option']}>
                <span>{option.value}</span>
                {typeof option.data.reason === 'string' && (
                  <small className={styles['reason']}>{option.data.reason}</small>
                )}
              </span>
            )}
            {...(isMissed || isTaken ? { status: 'error' as const } : {})}
            onChange={(project: string) => onChange(project)}
          />
        )}
      </Field>
      {projects.error && (
        <FailureNotice
          error={projects.error}
          title={t('enableProject.projectsFailed')}
          onRetry={() => void projects.refetch()}
          retrying={projects.isFetching}
        />
      )}
    </>
  )
}
