import styles from './ProgressBar.module.css'

/** How far something is, as a bar and in words. */
export const ProgressBar = ({ label, done, total }: { label: string; done: number; total: number }) => (
  <div className={styles['progress']}>
    <progress aria-label={label} value={done} max={Math.max(1, total)} />
    <output>{label}</output>
  </div>
)
