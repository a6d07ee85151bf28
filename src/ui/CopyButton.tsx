import { CheckOutlined, CopyOutlined } from '@ant-design/icons'
import { useEffect, useState } from 'react'
import { useT } from '@/lib/i18n/t'
import { copyText } from './copy-text'
import styles from './CopyButton.module.css'

/** Copies a value and says whether it could. */
export function CopyButton({ value, label, text }: { value: string; label?: string; text?: string }) {
  const { t } = useT()
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null)
  useEffect(() => {
    if (outcome === null) return
    const timer = setTimeout(() => setOutcome(null), 2000)
    return () => clearTimeout(timer)
  }, [outcome])
  const copy = async () => {
    try {
      await copyText(value)
      setOutcome('copied')
    } catch {
      setOutcome('failed') // the value can still be selected
    }
  }
  return (
    <>
      <button
        type="button"
        className={styles['button']}
        aria-label={text === undefined ? (label ?? t('copy.value', { value })) : undefined}
        onClick={() => void copy()}
      >
        {outcome === 'copied' ? <CheckOutlined aria-hidden /> : <CopyOutlined aria-hidden />}
        {text}
      </button>
      <output className={outcome === 'failed' ? styles['failed'] : 'visually-hidden'}>
        {outcome === 'copied' ? t('copy.done') : outcome === 'failed' ? t('copy.failed') : ''}
      </output>
    </>
  )
}
