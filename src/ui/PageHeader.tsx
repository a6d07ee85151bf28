import type { ReactNode } from 'react'
import styles from './PageHeader.module.css'

/** The title of a page, a sentence on it, and what can be done with it. */
export const PageHeader = ({ title, lead, extra }: { title: ReactNode; lead?: ReactNode; extra?: ReactNode }) => (
  <header className={styles['header']}>
    <div>
      <h1 className={styles['title']}>{title}</h1>
      {lead !== undefined && <p className={styles['lead']}>{lead}</p>}
    </div>
    {extra}
  </header>
)
