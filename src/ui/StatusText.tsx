import type { ReactNode } from 'react'
import styles from './StatusText.module.css'

export type Tone = 'success' | 'warning' | 'error' | 'info' | 'neutral'

/** A state in words, with a dot whose shape differs by tone, so that colour is never alone. */
export const StatusText = ({ tone, busy = false, children }: { tone: Tone; busy?: boolean; children: ReactNode }) => (
  <span className={`${styles['status']} ${styles[tone]}`}>
    <span aria-hidden className={`${styles['dot']} ${busy ? styles['busy'] : ''}`} />
    {children}
  </span>
)
