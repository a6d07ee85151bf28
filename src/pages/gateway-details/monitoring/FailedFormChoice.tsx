import { useId } from 'react'
import { useT } from '@/lib/i18n/t'
import styles from './FailedFormChoice.module.css'
import { failedForms, type FailedForm } from './use-view'

const labels = { rate: 'charts.perSecond', share: 'charts.share' } as const

/** Failed requests as such, or as a part of all requests. */
export function FailedFormChoice({ value, onChange }: { value: FailedForm; onChange: (form: FailedForm) => void }) {
  const { t } = useT()
  const name = useId()
  return (
    <fieldset className={styles['choice']}>
      <legend className="visually-hidden">{t('charts.failedAs')}</legend>
      {failedForms.map((form) => (
        <label key={form} className={styles['form']}>
          <input type="radio" name={name} checked={value === form} onChange={() => onChange(form)} />
          {t(labels[form])}
        </label>
      ))}
    </fieldset>
  )
}
