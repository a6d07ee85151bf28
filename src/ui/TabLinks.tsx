import type { ReactNode } from 'react'
import styles from './TabLinks.module.css'

/** Links that look like tabs: each is a page of its own, so they navigate. */
export const TabLinks = ({ label, children }: { label: string; children: ReactNode }) => (
  <nav className={styles['tabs']} aria-label={label}>
    {children}
  </nav>
)
