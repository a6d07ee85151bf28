import type { ReactNode } from 'react'
import styles from './EmptyState.module.css'

/** What it means that there is nothing here, and what to do about it. */
export const EmptyState = ({
  icon,
  title,
  as: Title = 'h2',
  children,
  action,
}: {
  icon?: ReactNode
  title: string
  /** `h1` where it is all there is on the page. */
  as?: 'h1' | 'h2'
  children: ReactNode
  action?: ReactNode
}) => (
  <div className={styles['empty']}>
    {icon !== undefined && (
      <div className={styles['icon']} aria-hidden>
        {icon}
      </div>
    )}
    <Title className={styles['title']}>{title}</Title>
    <p className={styles['text']}>{children}</p>
    {action}
  </div>
)
