import { DownOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useId, useState } from 'react'
import type { ClusterScope } from '@/domain/cluster'
import { useProjectsInWords } from '@/gateway/use-other-kind'
import { useT } from '@/lib/i18n/t'
import { Notice } from '@/ui/Notice'
import styles from './BothKindsNotice.module.css'
import { RoutesServed } from './RoutesServed'

interface BothKindsNoticeProps {
  cluster: ClusterScope
  hasClusterGateway: boolean
  /** Where to look further. */
  link?: React.ReactNode
}

/**
 * Warns while the cluster gateway and gateways of projects exist side by side: which projects that concerns, and which
 * gateway serves which of their routes now.
 */
export function BothKindsNotice({ cluster, hasClusterGateway, link }: BothKindsNoticeProps) {
  const { t } = useT()
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const projects = useProjectsInWords(cluster)
  if (!hasClusterGateway || projects === null) return null
  return (
    <Notice tone="warning" title={t('bothKinds.title')}>
      <p>
        {t('bothKinds.text', { projects: projects.words })} {link}
      </p>
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
      <div id={id}>{isOpen && <RoutesServed cluster={cluster} />}</div>
    </Notice>
  )
}
