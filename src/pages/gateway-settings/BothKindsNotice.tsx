import { DownOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import type { ClusterScope } from '@/domain/cluster'
import { OtherProjects } from '@/gateway/OtherProjects'
import { useProjectsInWords } from '@/gateway/use-other-kind'
import { useT } from '@/lib/i18n/t'
import { Notice } from '@/ui/Notice'
import styles from './BothKindsNotice.module.css'
import { RoutesServed } from './RoutesServed'

interface BothKindsNoticeProps {
  cluster: ClusterScope
  hasClusterGateway: boolean
  /** Where to look further. */
  link?: ReactNode
}

/**
 * Warns while the cluster gateway and gateways of projects exist side by side: which projects that concerns, and which
 * gateway serves which of their routes now.
 */
export function BothKindsNotice({ cluster, hasClusterGateway, link }: BothKindsNoticeProps) {
  const projects = useProjectsInWords(cluster)
  if (!hasClusterGateway || projects === null) return null
  return (
    <BothKinds projects={projects.words} routes={<RoutesServed cluster={cluster} />} link={link}>
      <OtherProjects cluster={cluster} total={projects.total} />
    </BothKinds>
  )
}

interface BothKindsProps {
  /** The projects with both kinds, in words. */
  projects: string
  /** Who serves which route, shown when asked for. */
  routes: ReactNode
  link?: ReactNode
  children?: ReactNode
}

/** The warning itself, wherever its facts come from. */
export function BothKinds({ projects, routes, link, children }: BothKindsProps) {
  const { t } = useT()
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  return (
    <Notice tone="warning" title={t('bothKinds.title')}>
      <p>
        {t('bothKinds.text', { projects })} {link}
      </p>
      {children}
      <Button
        type="text"
        size="small"
        className={styles['toggle'] ?? ''}
        icon={isOpen ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {t('bothKinds.routes')}
      </Button>
      <div id={id}>{isOpen && routes}</div>
    </Notice>
  )
}
