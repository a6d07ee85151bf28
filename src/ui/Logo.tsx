import styles from './Logo.module.css'

/** The product's mark, an arch over an open way, and its name. */
export const Logo = () => (
  <span className={styles['logo']}>
    <svg width="28" height="28" viewBox="0 0 28 28" aria-hidden>
      <rect width="28" height="28" rx="7" fill="var(--c-accent-solid)" />
      <path
        d="M7 22V13a7 7 0 0 1 14 0v9M11.5 22v-8.5a2.5 2.5 0 0 1 5 0V22"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.4"
        strokeLinecap="round"
      />
    </svg>
    <span>Gateway Console</span>
  </span>
)
