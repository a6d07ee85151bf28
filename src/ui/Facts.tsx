import type { ReactNode } from 'react'
import styles from './Facts.module.css'

/** Labelled facts in columns that reflow to one. */
export const Facts = ({ children, columns = 3 }: { children: ReactNode; columns?: 2 | 3 | 4 }) => (
  <dl className={styles['facts']} data-columns={columns}>
    {children}
  </dl>
)

/** One fact. A wide one takes the whole line. */
export const Fact = ({ label, wide = false, children }: { label: string; wide?: boolean; children: ReactNode }) => (
  <div className={wide ? styles['wide'] : undefined}>
    <dt className={styles['label']}>{label}</dt>
    <dd className={styles['value']}>{children}</dd>
  </div>
)
