import { CheckCircleFilled, CloseCircleFilled, ExclamationCircleFilled, InfoCircleFilled } from '@ant-design/icons'
import type { ReactNode } from 'react'
import styles from './Notice.module.css'

const icons = {
  info: InfoCircleFilled,
  success: CheckCircleFilled,
  warning: ExclamationCircleFilled,
  error: CloseCircleFilled,
}

interface NoticeProps {
  tone: keyof typeof icons
  title: ReactNode
  children?: ReactNode
  /** A button beside the text. */
  action?: ReactNode
  /** `alert` when it appears because of something that just happened; it is spoken then. */
  role?: 'note' | 'alert'
}

/** Something to know about what stands below or beside it. */
export function Notice({ tone, title, children, action, role = 'note' }: NoticeProps) {
  const Icon = icons[tone]
  return (
    <div className={`${styles['notice']} ${styles[tone]}`} role={role}>
      <Icon aria-hidden className={styles['icon'] ?? ''} />
      <div className={styles['text']}>
        <p className={children === undefined ? undefined : styles['title']}>{title}</p>
        {children !== undefined && <div>{children}</div>}
      </div>
      {action}
    </div>
  )
}
