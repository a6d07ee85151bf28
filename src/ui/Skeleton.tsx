import type { ReactNode } from 'react'
import styles from './Skeleton.module.css'

/** A grey bar where a text will be. */
export const Bar = ({ width = '12ch' }: { width?: string }) => <span className={styles['bar']} style={{ width }} />

/** The waiting state of a region: the shapes of what will come, and one sentence for screen readers. */
export const Waiting = ({ label, children }: { label: string; children: ReactNode }) => (
  <div aria-busy="true">
    <output className="visually-hidden">{label}</output>
    <div aria-hidden className={styles['shapes']}>
      {children}
    </div>
  </div>
)
