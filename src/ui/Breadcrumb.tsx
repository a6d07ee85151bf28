import { Fragment, type ReactNode } from 'react'
import styles from './Breadcrumb.module.css'

/** The way back: links to the pages above this one. */
export const Breadcrumb = ({ label, children }: { label: string; children: readonly ReactNode[] }) => (
  <nav aria-label={label} className={styles['way']}>
    {children.map((step, index) => (
      <Fragment key={index}>
        {index > 0 && <span aria-hidden>/</span>}
        {step}
      </Fragment>
    ))}
  </nav>
)
