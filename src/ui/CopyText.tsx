import { CheckOutlined, CopyOutlined } from '@ant-design/icons'
import { useEffect, useState } from 'react'
import { useT } from '@/lib/i18n/t'
import styles from './CopyText.module.css'

/** A value with a button that copies it, and says whether it could. */
export function CopyText({ value, children }: { value: string; children?: React.ReactNode }) {
  const { t } = useT()
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null)
  useEffect(() => {
    if (outcome === null) return
    const timer = setTimeout(() => setOutcome(null), 2000)
    return () => clearTimeout(timer)
  }, [outcome])
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value)
      setOutcome('copied')
    } catch {
      setOutcome('failed') // no secure context, or refused: the value can still be selected
    }
  }
  return (
    <span className={styles['line']}>
      <span className={styles['value']}>{children ?? value}</span>
      <button
        type="button"
        className={styles['button']}
        aria-label={t('copy.value', { value })}
        onClick={() => void copy()}
      >
        {outcome === 'copied' ? <CheckOutlined aria-hidden /> : <CopyOutlined aria-hidden />}
      </button>
      <output className={outcome === 'failed' ? styles['failed'] : 'visually-hidden'}>
        {outcome === 'copied' ? t('copy.done') : outcome === 'failed' ? t('copy.failed') : ''}
      </output>
    </span>
  )
}
