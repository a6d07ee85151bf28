import type { ReactNode } from 'react'
import styles from './Panel.module.css'

interface PanelProps {
  /** Names the region for screen readers when there is no visible title. */
  label?: string
  title?: ReactNode
  extra?: ReactNode
  children: ReactNode
}

/** A surface with an optional title line. */
export const Panel = ({ label, title, extra, children }: PanelProps) => (
  <section className={styles['panel']} aria-label={label}>
    {title !== undefined && (
      <header className={styles['header']}>
        <h2 className={styles['title']}>{title}</h2>
        {extra}
      </header>
    )}
    {children}
  </section>
)
