import { useId, type ReactNode } from 'react'
import styles from './Field.module.css'

interface FieldProps {
  label: string
  help?: ReactNode
  error?: string | undefined
  /** Gets the ids that tie the control to its label and messages. */
  children: (ids: { id: string; 'aria-describedby': string; 'aria-invalid': boolean }) => ReactNode
}

/** A labelled control with help and an error, tied together for screen readers. */
export function Field({ label, help, error, children }: FieldProps) {
  const id = useId()
  return (
    <div className={styles['field']}>
      <label className={styles['label']} htmlFor={id}>
        {label}
      </label>
      {children({ id, 'aria-describedby': `${id}-notes`, 'aria-invalid': error !== undefined })}
      <div id={`${id}-notes`}>
        {error !== undefined && (
          <p className={styles['error']} role="alert">
            {error}
          </p>
        )}
        {help !== undefined && <p className={styles['help']}>{help}</p>}
      </div>
    </div>
  )
}

/** A group of controls under one legend. */
export const FieldGroup = ({ legend, help, children }: { legend: string; help?: ReactNode; children: ReactNode }) => (
  <fieldset className={styles['group']}>
    <legend className={styles['label']}>{legend}</legend>
    {help !== undefined && <p className={styles['help']}>{help}</p>}
    {children}
  </fieldset>
)
