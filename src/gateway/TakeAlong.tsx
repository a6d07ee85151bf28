import { useT } from '@/lib/i18n/t'
import { CopyButton } from '@/ui/CopyButton'
import styles from './TakeAlong.module.css'

/** A change to be taken to a terminal or a repository instead. */
export function TakeAlong({ command, yaml }: { command: string; yaml: string }) {
  const { t } = useT()
  return (
    <div className={styles['buttons']}>
      <CopyButton value={command} text={t('review.copyKubectl')} />
      <CopyButton value={yaml} text={t('review.copyYaml')} />
    </div>
  )
}
