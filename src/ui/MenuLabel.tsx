import type { ReactNode } from 'react'
import styles from './MenuLabel.module.css'

/** A menu entry that says why it cannot be chosen. */
export const MenuLabel = ({ reason, children }: { reason: string | null; children: ReactNode }) => (
  <span className={styles['label']}>
    {children}
    {reason !== null && <small className={styles['reason']}>{reason}</small>}
  </span>
)
