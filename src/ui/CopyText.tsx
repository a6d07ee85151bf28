import { CopyButton } from './CopyButton'
import styles from './CopyText.module.css'

/** A value with a button that copies it. */
export const CopyText = ({ value, children }: { value: string; children?: React.ReactNode }) => (
  <span className={styles['line']}>
    <span className={styles['value']}>{children ?? value}</span>
    <CopyButton value={value} />
  </span>
)
