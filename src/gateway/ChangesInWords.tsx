import { isFelt, type Effect, type ReviewChange } from '@/domain/gateway-review'
import { useT } from '@/lib/i18n/t'
import { StatusText } from '@/ui/StatusText'
import { changeInWords, effectTexts } from './change-words'
import styles from './ChangesInWords.module.css'

/** What differs, one line each. */
export function ChangesInWords({ label, changes }: { label: string; changes: readonly ReviewChange[] }) {
  const { t } = useT()
  return (
    <ul aria-label={label} className={styles['changes']}>
      {changes.map((change) => {
        const text = changeInWords(change, t)
        return <li key={text}>{text}</li>
      })}
    </ul>
  )
}

/** What changes do to traffic and pods; what is felt stands out. */
export function EffectsInWords({ effects }: { effects: readonly Effect[] }) {
  const { t } = useT()
  if (effects.length === 0) return null
  return (
    <ul aria-label={t('effect.label')} className={styles['effects']}>
      {effects.map((effect) => (
        <li key={effect}>
          <StatusText tone={isFelt(effect) ? 'warning' : 'info'}>
            <span className={styles['effect']}>{t(effectTexts[effect])}</span>
          </StatusText>
        </li>
      ))}
    </ul>
  )
}
